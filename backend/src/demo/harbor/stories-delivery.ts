import type { Story } from '../demo-types.ts';

export const HARBOR_DELIVERY: Story[] = [
  {
    subject: '{what} missing from today\'s delivery',
    from: 'kita',
    tags: 'delivery',
    priority: 'high',
    hours: [10, 13],
    script: `
      > {what} did not come with today's delivery[, we unpacked everything twice|]. The delivery note lists
      it, the crate is not there. [Lunch is at 11:45.|We start at half past eleven.]
      @
      # {driver} has it on the van, it stood behind the crates for the next stop. Turns round now.
      < Our driver has found it and turns round, he is with you in about {minutes} minutes. I am sorry for the fright.
      > It is here, the children did not notice anything. [Thanks for being so quick!|Thank you for the quick help.]
      =solved
    `,
    cases: [
      { what: 'The dessert', driver: 'Marek', minutes: '25' },
      { what: 'One crate of bread rolls', driver: 'Moussa', minutes: '15' },
      { what: 'The gluten-free box', driver: 'Moussa', minutes: '20' },
      { what: 'Half of the fruit', driver: 'Marek', minutes: '35' },
    ],
  },
  {
    subject: 'Food for {other} delivered to us',
    from: 'school',
    tags: 'delivery',
    priority: 'high',
    hours: [10, 13],
    script: `
      > We have {count} portions here that belong to {other}. The labels are clear, they simply came off the van with
      our
      boxes. [What shall we do with them?|We keep them warm, please tell us what to do.]
      @
      < Thank you for calling it out at once. Please leave the boxes closed; a driver picks them up within half an
      hour.
      # Measured on arrival at {other}: 66 °C, all fine. Loading plan of the van gets colours from Monday.
      < The food reached {other} in time and hot enough. From {day+5} the boxes of every school have a colour of
      their own.
      =solved
    `,
    cases: [
      { other: 'Katharinenschule', count: '48' },
      { other: 'Schule Speicherstadt', count: '112', from: 'thomsen' },
    ],
  },
  {
    subject: 'Rice at {temp} °C on arrival',
    from: 'office',
    tags: 'delivery quality',
    priority: 'urgent',
    hours: [10, 13],
    script: `
      > We measured {temp} °C in the rice and 68 in the sauce when the boxes came. Our limit is 65. May we serve it?
      @
      < Please do not serve the rice. The sauce is fine. We bring {count} fresh portions of rice, they leave the
      kitchen in
      ten minutes.
      # Box was closed at 10:05 with 78 °C. Either the lid was not shut or the seal leaks. Box {box} goes to the
      workshop.
      > Arrived with 74 °C, thank you. We have thrown the other away and written it into our log.
      < Thank you, that is the right way. The reason was a leaking seal, the box is out of service. You are not
      charged for
      today's rice.
      =solved
    `,
    cases: [
      { temp: '58', count: '64', box: '11' },
      { temp: '61', count: '35', box: '4' },
      { temp: '55', count: '90', box: '15' },
    ],
  },
  {
    subject: 'Please deliver {earlier} earlier on {day+6}',
    from: 'school',
    tags: 'delivery schools',
    script: `
      > On {day+6}, {date+6}, {why}, so lunch has to be ready {earlier} earlier than usual. Is that possible?
      @
      # Tour is tight, but {place} is the second stop. If we load at 9:20 it works.
      < Yes, that works. We come {earlier} earlier on {day+6} and write it into the tour. [Nothing else changes for
      you.|
      The number of portions stays as ordered.]
      > [Wonderful, thank you.|Great, thanks. The caretaker knows.]
      =solved
    `,
    cases: [
      { earlier: '45 minutes', why: 'the whole school goes to the theatre' },
      { earlier: 'one hour', why: 'we have a sports day at the stadium' },
      { earlier: 'half an hour', why: 'there is a staff meeting in the afternoon' },
    ],
  },
  {
    subject: 'New code for the delivery gate',
    from: 'office',
    tags: 'delivery',
    priority: 'low',
    script: `
      > The code of our delivery gate changes on {day+3}. The new one is with the caretaker, {who}; we do not want to
      send
      it by mail. Who of you can call him?
      @
      < Thank you for telling us in time. [I call {who} today|Our dispatcher calls {who} this afternoon] and put the
      code into
      the drivers' sealed list.
      # Called, noted in the tour sheet. Old code struck out.
      =solved
    `,
    cases: [{ who: 'Mr Albers' }, { who: 'Mr Schröder' }, { who: 'Ms Wiese' }],
  },
  {
    subject: 'Building site in front of {place}',
    from: 'kita',
    tags: 'delivery',
    script: `
      > From {day+4} our street is closed to cars for {weeks} weeks. The van can only get as far as {corner}, from
      there it is
      {metres} metres on foot. [How do we do that with the hot boxes?|The boxes have no wheels, have they?]
      @
      #emre We have two trolleys with big wheels in the store. Moussa says they take kerbs, but not gravel.
      < We have trolleys for that. Our driver parks at {corner} and rolls the boxes to you; please plan ten minutes
      more for
      the first days. Is the pavement gravel or stone?
      =pending
      > Paving stone all the way, no steps.
      < Perfect, then it will do. I write to you again when the street is open.
      =hold
    `,
    cases: [
      { weeks: 'three', corner: 'the corner of Große Elbstraße', metres: '150' },
      { weeks: 'five', corner: 'the supermarket', metres: '80' },
    ],
  },
  {
    subject: '{count} boxes not collected',
    from: 'school',
    tags: 'delivery boxes',
    priority: 'low',
    script: `
      > There are {count} of your hot boxes in our corridor, some of them since {since}. The fire inspector comes on
      {day+5}, by
      then they have to be gone.
      @
      < I am sorry, the afternoon tour was cut short because of a breakdown. We collect all of them {when}.
      > Two are still here, they stood in the teachers' kitchen. Everything else is gone.
      < The driver takes the two with him tomorrow at lunch. Thank you for looking.
      =solved
    `,
    cases: [
      { count: '9', since: 'last Thursday', when: 'tomorrow before 8:00' },
      { count: '14', since: 'the autumn fair', when: 'today at 15:30' },
      { count: '6', since: 'Monday', when: 'tomorrow with the first tour' },
    ],
  },
  {
    subject: 'Thank you to your driver {driver}',
    from: 'kita',
    tags: 'praise',
    priority: 'low',
    hours: [10, 13],
    script: `
      > [Not a complaint for once:|I wanted to leave a kind word:] {driver} {deed} this morning. The children still
      talk about
      it. Please pass our thanks on!
      @
      < What a nice message. I have read it out in the morning round, and {driver} blushed. Thank you!
      =solved
    `,
    cases: [
      { driver: 'Moussa', deed: 'helped us to free a hedgehog from the fence' },
      { driver: 'Marek', deed: 'let every child of the Comets sit in the van once' },
      { driver: 'Moussa', deed: 'carried all boxes to the second floor because the lift was broken' },
    ],
  },
  {
    subject: 'Deliver to the {spot} on {day+8}',
    from: 'school',
    tags: 'delivery schools',
    script: `
      > On {day+8} {group} are not in the building but at the {spot}. Can the {count} lunches come there, at 12:30?
      There
      is a covered
      place and a table, but no electricity.
      @
      < Happy to. For outside we suggest wraps and soup in flasks instead of the gratin, that stays hot without
      current. Is
      that all right, and who takes the food from the driver?
      =pending
      > Wraps and soup are great. {who} takes it, she has the mobile of the class: 0171 5550 477.
      # Entered as a one-off stop between Leuchtturm and Katharinenschule. Packed cutlery and bin bags.
      < All set: {count} wraps, soup, apples and cups at 12:30.
      =solved
    `,
    cases: [
      { spot: 'playground in the Lohsepark', group: 'classes 4a and 4b', count: '51', who: 'Ms Kramer' },
      { spot: 'boat shed on the Alster', group: 'the rowing groups', count: '27', who: 'Ms Tietz' },
      { spot: 'planetarium', group: 'our two fifth years', count: '56', who: 'Ms Said' },
    ],
  },
];
