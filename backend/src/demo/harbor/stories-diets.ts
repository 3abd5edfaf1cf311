import type { Story } from '../demo-types.ts';

export const HARBOR_DIETS: Story[] = [
  {
    subject: 'Does the {dish} contain {allergen}?',
    from: 'school',
    tags: 'allergens schools',
    priority: 'high',
    script: `
      > A {pupil} in {class} must not eat {allergen}. On {day+3} there is {dish}, and the sheet only says "may
      contain traces".
      [Is it in the recipe or not?|Can we give it out?]
      @
      # Recipe: no {allergen} as an ingredient. {source} is made on the same line, cleaned before.
      < The {dish} is made without {allergen}. "Traces" stands there because {source} runs over the same line. For a
      severe allergy
      we pack a separate sealed portion from the diet kitchen, just tell me.
      > The doctor's note says severe. A sealed portion would be [safer|better], please.
      < Noted from {day+3} on: one sealed portion with name and class, white lid.
      =solved
    `,
    cases: [
      { dish: 'lentil bolognese', allergen: 'celery', pupil: 'boy', class: '2c', source: 'the vegetable broth' },
      { dish: 'potato salad', allergen: 'egg', pupil: 'girl', class: '5a', source: 'the mayonnaise' },
      { dish: 'pumpkin soup', allergen: 'hazelnut', pupil: 'pupil', class: '3a', source: 'the crunchy topping' },
      { dish: 'semolina pudding', allergen: 'almond', pupil: 'girl', class: '1b', source: 'the marzipan dessert' },
    ],
  },
  {
    subject: 'New child with {diet}',
    from: 'kita',
    tags: 'diets',
    script: `
      > On {day+6} a child of {age} starts with us who needs {diet}. The parents have a note from the paediatrician.
      What do you need
      from us?
      @
      < A copy of the note, and the days on which the child eats with you. We cook {diet} in the diet kitchen; it
      comes in the
      box with the white lid and the child's initials.
      =pending
      > The note is on its way by post, Monday to Thursday, initials {initials}.
      # Note arrived and filed, diet plan entered from {date+6}.
      < Everything is entered, the first box comes on {day+6}.
      =solved
    `,
    cases: [
      { diet: 'lactose-free food', age: 'two', initials: 'E. M.' },
      { diet: 'a coeliac diet', age: 'four', initials: 'J. K.' },
      { diet: 'food without pork and gelatine', age: 'three', initials: 'Y. A.' },
      { diet: 'puréed meals', age: 'one and a half', initials: 'L. S.' },
    ],
  },
  {
    subject: 'Wrong label on {food}',
    from: 'office',
    tags: 'allergens quality',
    priority: 'urgent',
    hours: [9, 13],
    script: `
      > The {food} in today's delivery {label}. One of our teachers noticed it before it was given out. Nobody has
      eaten from it.
      @
      !urgent
      < Thank you, please keep it closed. We are calling every place that got the same batch right now.
      # Batch {batch}: {count} trays in {places} places, all reached within 25 minutes. Labels were swapped when the
      roll was changed.
      <mara I would like to apologise in person: this must not happen. The printer now asks for the dish to be
      scanned after
      each new roll, and two people sign.
      > Thank you for the call and for the openness. For us it is settled.
      =solved
    `,
    cases: [
      {
        food: 'vegan chilli', label: 'carries the label of the beef chilli', batch: 'P-288', count: '22',
        places: 'nine',
      },
      { food: 'chocolate custard', label: 'does not name milk', batch: 'P-302', count: '31', places: 'twelve' },
    ],
  },
  {
    subject: 'Vegan dish on {day+5}?',
    from: 'school',
    tags: 'menu schools',
    priority: 'low',
    script: `
      > For {date+5} the menu shows {dish} and {other}, none of them vegan. We have {count} who would otherwise only
      get rice.
      @
      # Tanja can do {idea} for up to 60.
      < Good that you ask. We make {idea} for your {count} on that day, it is entered. From next month there is a
      vegan dish every day.
      > That will make some people here very happy.
      =solved
    `,
    cases: [
      { dish: 'pancakes', other: 'pea soup with sausage', count: '18', idea: 'chickpea curry' },
      { dish: 'pasta carbonara', other: 'cheese spaetzle', count: '7', idea: 'pasta with tomato and lentils' },
      { dish: 'meatballs', other: 'omelette', count: '11', idea: 'falafel with mint dip' },
    ],
  },
  {
    subject: 'List of additives for {what}',
    from: 'office',
    tags: 'allergens',
    priority: 'low',
    script: `
      > For our notice board we need the additives and allergens of {what} as one sheet, in large print if possible.
      @
      < Here is the sheet for {what}; you find it every week in the portal under "Menu", third button. Large print
      works with
      "A3".
      > Found it, thank you. [I had looked for it in the invoices.|The button is easy to miss.]
      # Second person this month who does not find the button.
      +portal
      =solved
    `,
    cases: [{ what: 'the menu of week {week+1}' }, { what: 'all desserts' }, { what: 'the breakfast boxes' }],
  },
  {
    subject: 'Child got the wrong lunch',
    from: 'parent',
    tags: 'diets complaint',
    priority: 'high',
    hours: [14, 19],
    script: `
      > My {child} ({detail}) came home with {reaction} and told me that {pronoun} got the normal {dish} today. We
      registered the diet in August.
      How could that happen?
      @
      # Diet list of the school: entry is there. Portion was packed (photo of 10:12). Ask the canteen team at the
      counter.
      < I am very sorry, and I hope {pronoun} is better. The right portion was packed and delivered; I am now finding
      out with the
      school what happened at the counter, and call you today before 16:00.
      ..3h
      #mara Called. The box with the white lid was in the cabinet, a new helper did not know it. School trains her
      tomorrow with us.
      < As promised on the phone: the box was there, but a new helper did not know the white lids. Tomorrow we train
      the team at
      the counter, and the diet children get a card of their own.
      > Thank you for taking it seriously. {ending}
      =solved
    `,
    cases: [
      {
        child: 'daughter', detail: 'lactose intolerance', reaction: 'a stomach ache', pronoun: 'she',
        dish: 'pudding', ending: 'She is well again.',
      },
      {
        child: 'son', detail: 'fructose intolerance', reaction: 'cramps', pronoun: 'he', dish: 'fruit salad',
        ending: 'He is back at school.',
      },
    ],
  },
  {
    subject: 'Ramadan: lunch boxes to take home?',
    from: 'school',
    tags: 'schools menu',
    script: `
      > About {count} of our pupils will fast. Their families have paid for the month. Could they get something to
      take home instead,
      or be credited?
      @
      < Both is possible: a cold box to take home (bread, dip, dates, fruit), or a credit for every day that is
      cancelled by 8:00.
      # Price of the box is the same as the lunch. Cold chain: eat within four hours, label says so.
      =pending
      > We asked the families: {split}.
      < Entered like that. The boxes come in a green crate, please hand them out after the last lesson.
      =solved
    `,
    cases: [
      { count: '40', split: '31 boxes, nine credits', from: 'osman' },
      { count: '15', split: 'all of them prefer the credit', from: 'okafor' },
    ],
  },
];
