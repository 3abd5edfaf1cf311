import type { Story } from '../demo-types.ts';

export const HARBOR_SCHOOLS: Story[] = [
  {
    subject: 'Cancel lunch for {group}, {date+7}',
    from: 'school',
    tags: 'schools orders',
    script: `
      > {group} {why} on {day+7}, {date+7}. Please take {count} lunches off that day, {veg} of them vegetarian.
      @
      < Taken off: {count} lunches less on {date+7}, {veg} of them vegetarian. The credit is on this month's invoice.
      =solved
    `,
    cases: [
      { group: 'Year 4', why: 'is on a trip to the wadden sea', count: '52', veg: '14' },
      { group: 'classes 2a and 2b', why: 'visit the fire brigade', count: '47', veg: '9' },
      { group: 'Year 6', why: 'has a swimming competition', count: '88', veg: '31' },
      { group: 'the choir', why: 'sings at the town hall', count: '23', veg: '8' },
    ],
  },
  {
    subject: '{count} new pupils from {day+10}',
    from: 'school',
    tags: 'schools orders',
    script: `
      > From {date+10} we get {count} pupils more in {class}. How do they get their chips, and when do the lunches
      have to be ordered?
      @
      < Welcome to them! Send me the class lists with the days, without birthdays please. The chips come with the
      driver, the
      first lunch can be had from {day+10}.
      =pending
      > The list is attached. {one}
      # Accounts created, chips {chips} packed for the tour of {day+8}.
      < All are entered. The chips are with {day+8}'s delivery in an envelope for the office.
      =solved
    `,
    cases: [
      {
        count: '9', class: 'the international class', one: 'Two of them need halal, it is marked.',
        chips: '3301–3309',
      },
      { count: '4', class: 'year 3', one: 'One name is not final yet, I send it later.', chips: '3310–3313' },
      { count: '17', class: 'the preparatory class', one: 'All of them from Monday to Friday.', chips: '3314–3330' },
    ],
  },
  {
    subject: 'Portions too few on {what}',
    from: 'school',
    tags: 'schools quantity',
    priority: 'high',
    script: `
      > On {what} the food did not last: the last {count} children only got {rest}. We had ordered {ordered}. It is
      the {nth} time this month.
      @
      # Weighed: we packed {ordered} × 320 g. Ladles at the counter are 400 g since the new set. Bring the right ones.
      < I have checked the packing weights, they fit the order. My guess is the ladle: the new one holds 400 g
      instead of 320. May I
      come by on {day+3} at 11:45 and look with you?
      =pending
      > You may. And you could be right, the handles used to be green.
      <ines It was the ladle indeed. Two green ones are with you now, and we packed five per cent more this week, at
      our cost.
      =solved
    `,
    cases: [
      { what: 'pasta day', count: '11', rest: 'bread and apples', ordered: '212', nth: 'second' },
      { what: 'Tuesday', count: '6', rest: 'salad', ordered: '145', nth: 'third' },
    ],
  },
  {
    subject: 'Order sheet for week {week+2} does not open',
    from: 'office',
    tags: 'portal',
    script: `
      > When I open the order sheet of week {week+2} I only see {symptom}. [The deadline is on Thursday.|We have to
      order by Thursday noon.]
      @
      < Thank you for telling us. Which browser do you use, and does {attempt} help?
      =pending
      > {answer}
      # Week {week+2} had a holiday without a menu, the sheet stumbled. Entered the holiday properly.
      < Found: {reason}. The sheet opens again, and I moved your deadline to Friday noon.
      =solved
    `,
    cases: [
      {
        symptom: 'an empty page', attempt: 'reloading with Ctrl and F5', answer: 'Firefox, and no.',
        reason: 'a holiday in that week had no menu',
      },
      {
        symptom: 'last week\'s dishes', attempt: 'signing out and in',
        answer: 'Edge. Signing out did not help, my colleague sees the same.',
        reason: 'the copy of the menu had not been released',
      },
      {
        symptom: '"Not allowed"', attempt: 'the address without the bookmark',
        answer: 'Safari on the tablet. Without the bookmark it says the same.',
        reason: 'your account had lost its school when the year changed',
      },
    ],
  },
  {
    subject: 'Exam days: quiet lunch at {time}',
    from: 'lorenz',
    tags: 'schools',
    priority: 'low',
    script: `
      > During the exams from {date+12} to {date+16} we would like lunch for {count} people already at {time}, cold,
      in the library corridor.
      @
      < Gladly: filled rolls, fruit and water at {time}, on trays that do not clatter. Shall we label vegetarian and
      vegan ones?
      > Please do. And nothing that crackles!
      # Paper bags instead of foil. Noted in the packing sheet.
      =solved
    `,
    cases: [
      { time: '10:45', count: '60' },
      { time: '11:15', count: '34', from: 'ahrens' },
      { time: '11:00', count: '45', from: 'osman' },
    ],
  },
  {
    subject: 'Emergency closure {today}: {why}',
    from: 'school',
    tags: 'schools orders',
    priority: 'urgent',
    hours: [6, 9],
    script: `
      > We have to close the school {today}: {why}. No lunch please! I know it is short notice.
      @
      # {state}
      < Understood, nothing goes out to you. {offer}
      > That is very kind. [We hope to be open again tomorrow, I write by 14:00.|From what we know now we are open
      again tomorrow.]
      ..5h
      > It is certain now: we are open tomorrow, same numbers as usual.
      < Good news. {place} is back in tomorrow's run.
      =solved
    `,
    cases: [
      {
        today: 'today', why: 'a burst water pipe',
        state: '148 portions already cooked; the seamen\'s mission takes 120.',
        offer: 'Most of it was already cooked and goes to the seamen\'s mission; we only charge the ingredients.',
      },
      {
        today: 'tomorrow', why: 'storm warning', state: 'Not cooked yet, goods keep.',
        offer: 'Since we had not begun to cook, you pay nothing.',
      },
      {
        today: 'today', why: 'the heating has failed',
        state: '96 portions, 60 of them can go to Kita Wolkenhafen as an extra.',
        offer: 'A part goes to other places, you pay half.',
      },
    ],
  },
  {
    subject: 'Healthy eating week: can a cook visit {class}?',
    from: 'school',
    tags: 'schools visits',
    priority: 'low',
    script: `
      > In week {week+4} we have a project about food. Would one of your cooks come to {class} for two hours and
      {what} with the children?
      @
      #mara Tanja would love to. Needs a hygiene briefing for the children and the parents' consent.
      < Tanja Schreiber from our cold kitchen would be happy to come. We bring everything; we only need the allergies
      of the class and
      the parents' consent. Which morning suits?
      =pending
      > {day+28}, third and fourth lesson. {count} children, one nut allergy.
      < It is in Tanja's calendar. Everything will be free of nuts.
      =solved
    `,
    cases: [
      { class: 'class 3c', what: 'bake bread', count: '24' },
      { class: 'our first years', what: 'build a rainbow of vegetables', count: '44' },
      { class: 'the cooking club', what: 'fillet a fish', count: '12' },
    ],
  },
  {
    subject: 'Menu wish from {class}: {dish}',
    from: 'school',
    tags: 'menu schools',
    priority: 'low',
    script: `
      > {class} held a vote, and the winner with {votes} votes is {dish}. I promised to pass it on. Any chance?
      @
      < Please congratulate {class} on the election! {answer}
      > The cheering could be heard in the staff room.
      =solved
    `,
    cases: [
      {
        class: 'Class 4b', dish: 'Kaiserschmarrn', votes: '19',
        answer: 'It is on the menu of week {week+5}, with plums.',
      },
      {
        class: 'Class 1a', dish: 'blue pasta', votes: '21',
        answer: 'Red cabbage and a little trick make it possible: week {week+3}, Tuesday.',
      },
      {
        class: 'Year 5', dish: 'burgers', votes: '63',
        answer: 'We build them with wholemeal buns and bean patties in week {week+4}.',
      },
    ],
  },
  {
    subject: 'Canteen numbers for the city\'s statistics',
    from: 'traeger',
    tags: 'reports',
    script: `
      > For the yearly statistics we need, by {date+14}: meals per school and month, share of vegetarian dishes,
      share of organic
      ingredients{more}. A table is enough.
      @
      # Export is ready but for organic share: the dairy invoices of two months are missing. Astrid Clausen sends
      them.
      < You have the table in time. For the organic share we wait for the figures of one supplier.
      =hold
      ..3d
      < Here it comes. {result}
      > Complete, thank you. Yours is the first that adds up.
      =solved
    `,
    cases: [
      { more: '', result: 'Organic share: 34.2 per cent by value, vegetarian 48 per cent.' },
      {
        more: ', food waste in kilograms', result: 'Waste: 31 g per meal, a quarter less than last year.',
        subject: 'Figures on food waste, third quarter',
      },
    ],
  },
];
