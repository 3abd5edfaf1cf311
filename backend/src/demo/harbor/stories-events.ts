import type { Story } from '../demo-types.ts';

export const HARBOR_EVENTS: Story[] = [
  {
    subject: '{occasion} for {count}, {date+30}: quote?',
    from: 'company',
    tags: 'sales events',
    script: `
      > We are planning {planned} on {date+30} for about {count} people, {where}. We think of {food}. What would
      that cost, and are you
      free on that day?
      @
      # Free that day, {staff} people on the list. Margin is fine from {price} a head.
      < Thank you for thinking of us. We are free on {date+30}. {food_cap} come to about {price} euros a person with
      {staff} of our people; I attach two
      variants. May I keep the date for you until {date+10}?
      =pending
      > Variant B fits. Two questions: is the hire of glasses included, and until when can we change the number?
      < Glasses and plates are included. The number can change by ten per cent until five days before.
      > Then please book it.
      +booked
      < Booked, the confirmation is in your inbox. We are looking forward to it!
      =solved
    `,
    cases: [
      {
        occasion: 'Summer party', planned: 'a summer party', count: '120', where: 'on our roof terrace',
        food: 'grilled vegetables, fish and three salads', food_cap: 'Grill, fish and salads', staff: 'five',
        price: '41',
      },
      {
        occasion: 'Exhibition opening', planned: 'an exhibition opening', count: '200', where: 'in the foyer', food: 'finger food and wine',
        food_cap: 'Finger food and wine', staff: 'six', price: '28', from: 'castellano',
      },
      {
        occasion: 'Anniversary concert', planned: 'an anniversary concert', count: '90', where: 'in the parish hall', food: 'soup, bread and cake',
        food_cap: 'Soup, bread and cake', staff: 'three', price: '19', from: 'haase',
      },
      {
        occasion: 'Topping-out ceremony', planned: 'a topping-out ceremony', count: '75', where: 'on the building site',
        food: 'a hearty stew and beer', food_cap: 'Stew and beer', staff: 'two', price: '17', from: 'winter',
      },
    ],
  },
  {
    subject: '{count} guests {more} on {day+4}',
    from: 'company',
    tags: 'events',
    priority: 'high',
    script: `
      > For our {event} on {day+4} we are {count} people {more} than announced, {new} altogether. Is that still
      possible?
      @
      # {check}
      < {answer}
      > [Thank you, that takes a weight off us.|Great, thank you.] The final list of diets comes tomorrow.
      =pending
      > As promised: {diets}.
      < Entered. See you on {day+4}!
      =solved
    `,
    cases: [
      {
        count: '12', more: 'more', event: 'client evening', new: '52',
        check: 'Goods order is open until 14:00, raise by 12. One more waiter.',
        answer: 'Yes: if I raise the order by two this afternoon. One more waiter comes along.',
        diets: 'six vegetarian, one nut allergy',
      },
      {
        count: '15', more: 'fewer', event: 'management retreat', new: '25',
        check: 'Meat is ordered. 8 portions can go to Thursday\'s lunch.',
        answer: 'It is past the deadline, but we can use most of it elsewhere: you only pay five of the fifteen.',
        diets: 'two vegan, one without fish',
      },
      {
        count: '30', more: 'more', event: 'open day', new: '180',
        check: 'Oven time is enough if the quiches are baked today.',
        answer: 'Yes. We bake the quiches a day earlier, you will not taste it.',
        diets: 'about a third vegetarian, no allergies known',
      },
    ],
  },
  {
    subject: 'Tasting on {day+7}: who comes, and when?',
    from: 'company',
    tags: 'booking events',
    script: `
      > We would like to try the menu before the {event}. Would {day+7} at {time} work? We would be {count}.
      @
      < {day+7} at {time} is free in the tasting room, Kaistraße 4, bell "Kitchen". Is there anything that one of you
      does not eat?
      =pending
      > {diet}
      # Tasting: starter in two versions, main course, dessert. Tell Tanja.
      < Thank you, the kitchen knows. Parking is in the yard, second row.
      =solved
    `,
    cases: [
      {
        event: 'shareholders\' meeting', time: '16:00', count: 'three',
        diet: 'No mushrooms for one of us, otherwise everything.',
      },
      {
        event: 'wedding of my colleague', time: '18:00', count: 'four',
        diet: 'One vegan, and the groom hates coriander.',
      },
      {
        event: 'gala night', time: '12:30', count: 'two', diet: 'We eat everything and look forward to it.',
        from: 'castellano',
      },
    ],
  },
  {
    subject: 'Damage after the {event}: {what}',
    from: 'company',
    tags: 'events complaint',
    script: `
      > After the {event} on {when} we found {what}. Our janitor says it was not there before. I have pictures.
      @
      # Asked the crew: {crew}
      < Thank you for the pictures. {answer}
      =pending
      > That is fair. The repair costs {cost} euros, the bill comes by mail.
      #mara Approved, goes to the insurance.
      < Arrived and passed on to our insurance, the money should be with you within two weeks.
      =solved
    `,
    cases: [
      {
        event: 'reception', what: 'a scratch of 40 cm in the parquet', when: 'Friday',
        crew: 'the trolley lost its rubber wheel.',
        answer: 'One of our trolleys had lost a rubber wheel, so that was us. We pay for the repair.', cost: '320',
      },
      {
        event: 'board dinner', what: 'red wine on a wool carpet', when: 'Thursday',
        crew: 'a guest bumped into Emre.',
        answer: 'A glass fell when a guest turned round. We pay for the cleaning.', cost: '145',
      },
    ],
  },
  {
    subject: 'Left behind: {thing}',
    from: 'company',
    tags: 'events',
    priority: 'low',
    script: `
      > After yesterday's event {thing} stayed behind. Did your people take it by accident?
      @
      < I am asking the crew and looking through the van.
      # Found in crate 23, between the tablecloths.
      < Found! It travelled with the tablecloths. Shall the driver bring it on {day+2}, or do you need it earlier?
      > {day+2} is fine. [Thank you!|You are great.]
      =solved
    `,
    cases: [
      { thing: 'our presenter\'s laptop charger' },
      { thing: 'a silver cake slice with engraving', from: 'brandt' },
      { thing: 'the conductor\'s glasses', from: 'haase' },
    ],
  },
  {
    subject: 'Only {things} for the {event}, no food',
    from: 'company',
    tags: 'rental sales',
    priority: 'low',
    script: `
      > Do you also hire out without food? We need {things} from {date+12} to {date+14}, the food is made by our own
      people.
      @
      < We do: {price} euros for the three days, delivered and washed by us. Broken pieces are charged at cost.
      =pending
      > That is fine for us, please reserve.
      # In the store: enough. Reserved under H-{code}.
      =solved
    `,
    cases: [
      { things: '60 plates and cutlery', event: 'staff breakfast', price: '96', code: '118' },
      { things: 'eight bar tables with covers', event: 'vernissage', price: '152', code: '121' },
      { things: '200 wine glasses', event: 'choir festival', price: '130', code: '127', from: 'haase' },
    ],
  },
  {
    subject: 'Cancel the {event} on {date+9}',
    from: 'company',
    tags: 'events cancellation',
    priority: 'high',
    script: `
      > Unfortunately we have to cancel the {event} on {date+9}: {why}. What costs are there for us?
      @
      # Contract: 20 per cent up to seven days before. Nothing ordered yet.
      < I am sorry to hear that. Up to seven days before it is 20 per cent by contract. If you choose another day
      within six months we
      take it off in full.
      =pending
      > {decision}
      < {end}
      =solved
    `,
    cases: [
      {
        event: 'workshop lunch', why: 'the trainer is ill',
        decision: 'We move it to the same weekday four weeks later.',
        end: 'Moved, no costs. The confirmation with the new date is on its way.',
      },
      {
        event: 'dealer conference', why: 'half of the people cannot travel',
        decision: 'We do not know yet, so please cancel it with the 20 per cent.',
        end: 'Cancelled. If you come back within six months the amount is taken off.',
      },
    ],
  },
  {
    subject: 'Daily lunch for {count} colleagues',
    from: 'company',
    tags: 'sales lunch',
    script: `
      > We have {count} people in the office from {days} and no canteen. Could you bring lunch at {time}, two dishes
      to choose from, one
      always vegetarian?
      @
      < That fits well with our harbour tour. {price} euros a lunch from ten lunches on, ordered until 9:00 of the
      same day on a page of your
      own. Shall we start with two weeks on trial?
      > Let us try it from {date+14}. Who cleans the dishes?
      # Van 3 passes there at {time} anyway.
      < The dishes go back unwashed in our boxes, nobody has to clean. Your order page comes on {day+5}.
      =pending
      ..4d
      > Page works, 14 have signed up already.
      =solved
    `,
    cases: [
      { count: '25', days: 'Tuesday to Thursday', time: '12:15', price: '9.80' },
      { count: '40', days: 'Monday to Friday', time: '12:00', price: '9.20' },
    ],
  },
];
