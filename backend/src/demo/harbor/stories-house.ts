import type { Story } from '../demo-types.ts';

export const HARBOR_HOUSE: Story[] = [
  {
    subject: 'Delivery of {goods} will be late',
    from: 'supplier',
    tags: 'suppliers',
    priority: 'high',
    hours: [10, 16],
    script: `
      > We cannot deliver the {goods} ordered for {day+1} before {time}: {why}. Please tell us whether that is early
      enough.
      @
      # Needed at 6:00 for {dish}. {plan}
      < {answer}
      > [Agreed, thank you.|Thank you for your understanding.]
      =solved
    `,
    cases: [
      {
        goods: 'potatoes, 400 kg,', time: '9:30', why: 'the washing plant stands still', dish: 'gratin',
        plan: 'Swap Tuesday and Wednesday.',
        answer: '9:30 is fine: we swap two dishes and cook the gratin a day later.',
        subject: 'Delivery of potatoes will be late', from: 'behn',
      },
      {
        goods: 'rolls, 620 pieces,', time: '8:15', why: 'our oven has been repaired until midnight',
        dish: 'breakfast boxes', plan: 'Boxes leave at 7:40. Too late.',
        answer: 'That is too late for the breakfast boxes. Please send what you have at 6:30, we fill the rest with crispbread.',
        subject: 'Delivery of rolls will be late', from: 'baecker',
      },
      {
        goods: 'pollock fillet', time: 'noon', why: 'the cutter waits for the storm to pass',
        dish: 'Friday\'s fish', plan: 'Frozen reserve 85 kg is enough for the schools.',
        answer: 'We take the frozen reserve for the schools; what you land comes to the event on Saturday.',
        subject: 'Delivery of pollock will be late', from: 'fischhalle',
      },
    ],
  },
  {
    subject: 'Recall: {goods}, lot {lot}',
    from: 'supplier',
    tags: 'suppliers recall',
    priority: 'urgent',
    script: `
      > As a precaution we recall {goods} of lot {lot}, because {why}. You got {amount}. Please block what is left
      and tell us what was used.
      @
      # Blocked. {trace}
      < Blocked, {left} are still here under quarantine. {used}
      > Thank you. A driver collects the rest on {day+1}, credit note follows.
      < Collected, protocol signed.
      =solved
    `,
    cases: [
      {
        goods: 'natural yoghurt 10 kg', lot: '4417-B', why: 'the date is printed wrongly', amount: '14 buckets',
        trace: '5 used in P-279 and P-280, still well within date.', left: 'nine buckets',
        used: 'Five were used two days ago, well before the true date.', from: 'molkerei',
      },
      {
        goods: 'ground cumin', lot: 'KU-0902', why: 'peanut protein was found', amount: '6 kg',
        trace: 'Sack unopened!', left: 'all six kilograms', used: 'Nothing was used, the sack is unopened.',
        from: 'vierlande',
      },
    ],
  },
  {
    subject: 'New prices from {date+30}',
    from: 'supplier',
    tags: 'suppliers prices',
    priority: 'low',
    script: `
      > From {date+30} our prices rise by {percent} per cent on average, {most} by {more}. The list is attached. The
      reason is {reason}.
      @
      #mara Not without a talk. {most_cap} are {share} of our purchase there.
      < Thank you for the early notice. Could we speak about {most} before that? With a fixed quantity for the
      half-year we should find something.
      =pending
      > With {fixed} a month fixed we can stay at {offer} per cent.
      <mara Agreed. Please send the contract to me.
      =solved
    `,
    cases: [
      {
        percent: '4', most: 'leeks and cabbage', most_cap: 'Leeks and cabbage', more: '9', reason: 'the dry summer',
        share: 'a third', fixed: '2.4 tonnes', offer: '5', from: 'vierlande',
      },
      {
        percent: '6', most: 'butter', most_cap: 'Butter', more: '12', reason: 'the milk price', share: 'half',
        fixed: '300 kg', offer: '7', from: 'molkerei',
      },
      {
        percent: '3', most: 'rolls', most_cap: 'Rolls', more: '7', reason: 'the price of flour and night work',
        share: 'nearly all', fixed: '9,000 rolls', offer: '4', from: 'baecker',
      },
    ],
  },
  {
    subject: 'Boxes sent back: {count} {damage}',
    from: 'packhaus',
    tags: 'suppliers boxes',
    priority: 'low',
    script: `
      > In your last return {count} boxes were {damage}. By contract we charge {price} euros each. Please confirm, or
      have a look on {day+3}.
      @
      # Emre looks at them, take the box numbers along.
      <emre I have looked at them: {found}.
      > Agreed. We charge {charged}.
      =solved
    `,
    cases: [
      {
        count: '17', damage: 'cracked', price: '11.50', found: 'six are cracked indeed, eleven only have scratches',
        charged: 'six',
      },
      {
        count: '30', damage: 'stained', price: '3.00',
        found: 'turmeric; our own washing takes it out with the second programme',
        charged: 'nothing, you keep them',
      },
    ],
  },
  {
    subject: 'Swap of shifts: {day+4} early against {day+6} late',
    from: 'staff',
    tags: 'staff',
    priority: 'low',
    channel: 'web',
    script: `
      > {other} would take my early shift on {day+4} if I take the late one on {day+6}. {reason} Is that fine with
      the plan?
      @
      # Eleven hours of rest are kept. Allergen training: both have it.
      < Fine, changed in the plan for you and {other}.
      =solved
    `,
    cases: [
      { other: 'Moussa', reason: 'My daughter\'s school starts.', from: 'kowalski' },
      { other: 'Uwe', reason: 'I have a dentist\'s appointment.', from: 'schreiber' },
      { other: 'Marek', reason: 'My brother arrives from Dakar.', from: 'diallo' },
    ],
  },
  {
    subject: 'Inspection report of {date+0}',
    from: 'amt',
    tags: 'haccp authority',
    priority: 'high',
    hours: [14, 18],
    script: `
      > Attached is the report of today's unannounced inspection. Two minor findings: {first}; {second}. Please tell
      us by {date+14} how they
      were mended.
      @
      #paula First is done today. Second needs a craftsman.
      < Thank you for the report. The first point is already mended, for the second a craftsman comes on {day+6}. You
      get pictures of both.
      =hold
      ..6d
      < Both points are mended, the pictures are attached.
      > Thank you, the case is closed on our side.
      =solved
    `,
    cases: [
      { first: 'hand-wash basin in the cold kitchen without paper towels', second: 'a cracked tile behind kettle 3' },
      {
        first: 'cleaning plan of the store not signed for two days',
        second: 'the fly screen of the north window is torn',
      },
    ],
  },
  {
    subject: 'Workwear: {what}',
    from: 'staff',
    tags: 'staff',
    priority: 'low',
    channel: 'web',
    script: `
      > {text} Can it be ordered with the next delivery?
      @
      < Ordered with the laundry, comes on {day+8}. Until then there is something in the cupboard by the office.
      =solved
    `,
    cases: [
      {
        what: 'non-slip shoes, size 45',
        text: 'The sole of my shoes is through, and the floor at the kettles is slippery.', from: 'hinrichs',
      },
      {
        what: 'five thermal jackets',
        text: 'Loading at six in the morning is cold now. The drivers ask for five jackets, three L and two XL.',
        from: 'kowalski',
      },
      {
        what: 'two left-handed knives',
        text: 'There are two of us who cut with the left hand, and the bread knives only bite on one side.',
        from: 'schreiber',
      },
    ],
  },
  {
    subject: '{cert} runs out on {date+21}',
    from: 'supplier',
    tags: 'suppliers certificates',
    script: `
      > Our {cert} runs out on {date+21}. The audit has taken place, the new certificate comes {when}. Do you need
      anything until then?
      @
      < A letter of the certifier about the passed audit is enough for us, so that we need not block your goods.
      =pending
      > Attached.
      # Filed. Reminder set for {date+28}.
      =hold
    `,
    cases: [
      { cert: 'organic certificate', when: 'in about four weeks', from: 'vierlande' },
      { cert: 'IFS certificate', when: 'at the end of the month', from: 'molkerei' },
      { cert: 'MSC certificate', when: 'within three weeks', from: 'fischhalle' },
    ],
  },
  {
    subject: 'Near miss: {what}',
    from: 'staff',
    tags: 'safety staff',
    priority: 'high',
    channel: 'web',
    script: `
      > {what}. Nobody was hurt, but {detail}. I write it down so that it does not happen to somebody.
      @
      < Thank you for writing it down, that is exactly what this form is for. {measure}
      #paula Into the safety round on {day+5}.
      =solved
    `,
    cases: [
      {
        what: 'a pallet slid on the ramp', detail: 'it stopped one metre before the door',
        measure: 'The ramp gets a rough coating this week, until then no pallets when it is wet.', from: 'isommer',
      },
      {
        what: 'hot oil in the corridor', detail: 'two of us nearly slipped',
        measure: 'Oil is only carried with the lid on from today, and the lids hang beside the fryer.',
        from: 'lind',
      },
      {
        what: 'a knife in the dishwater', detail: 'Uwe felt it before he saw it',
        measure: 'Knives go into the yellow tray only from today, and there is one at each sink.',
        from: 'schreiber',
      },
    ],
  },
];
