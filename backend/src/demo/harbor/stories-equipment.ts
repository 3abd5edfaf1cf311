import type { Story } from '../demo-types.ts';

export const HARBOR_EQUIPMENT: Story[] = [
  {
    subject: '{room} at {temp} °C this morning',
    from: 'schreiber',
    tags: 'equipment haccp',
    priority: 'urgent',
    channel: 'web',
    hours: [6, 9],
    script: `
      > The log shows that {room} rose from 3 to {temp} °C between {hours}. The door was closed when I came. Inside
      are
      {goods}. What may stay?
      @
      !urgent
      < Core temperatures first, please: everything above 7 °C for more than two hours goes. I am calling Dreyer.
      > Measured: {verdict}.
      # Dreyer found the evaporator iced up, the defrost timer was off by twelve hours since the clock change. Set
      and tested.
      < Repaired: the defrost timer was wrong. Watch it tonight please, the alarm now goes to my phone as well.
      > Stable at 3 °C since 14:00.
      =solved
    `,
    cases: [
      {
        room: 'Cold room 2', temp: '9', hours: '2:10 and 5:40', goods: 'the yoghurts for three schools',
        verdict: 'yoghurt 8.4 °C, thrown away, 62 kg',
      },
      {
        room: 'the fish fridge', temp: '11', hours: '1:00 and 4:30', goods: '18 kg of pollock and the marinades',
        verdict: 'fish 9 °C, thrown away; marinades 5 °C, fine',
      },
    ],
  },
  {
    subject: 'Dishwasher leaves {what}',
    from: 'hinrichs',
    tags: 'equipment',
    channel: 'phone',
    script: `
      > Reports from the dishwashing: since {since} the conveyor machine leaves {what}. Rinse temperature is shown as
      {temp} °C, it
      should be 82.
      @
      #ines Same as in spring. Ask Dreyer for the heating element before they send somebody with nothing in the car.
      < Technician is booked for {day+1}, 7:00. Until then run everything twice and check five plates per rack.
      =hold
      # Element replaced, filter cleaned, 84 °C. Invoice goes to cost centre 410.
      =solved
    `,
    cases: [
      { what: 'a grey film on the trays', since: 'Monday', temp: '71' },
      { what: 'dried starch on the cutlery', since: 'the weekend', temp: '74' },
    ],
  },
  {
    subject: 'Van {van}: {fault}',
    from: 'driver',
    tags: 'equipment vans',
    priority: 'high',
    hours: [9, 13],
    script: `
      > Van {van}: {fault}. {detail} I can finish today's tour, but not tomorrow's like that.
      @
      # Garage has a slot {slot}. Rental from the harbour garage costs 89 a day with ramp.
      < Bring it to the garage {slot}, you take the rental for tomorrow. Please move the temperature logger over, it
      has to
      stay with the food.
      > Logger is in the rental, keys are in the box.
      =hold
      ..1d
      < Van {van} is ready again and stands in the yard.
      =solved
    `,
    cases: [
      {
        van: '4', fault: 'tail lift stops halfway', detail: 'I have to push the last boxes by hand, 40 kg each.',
        slot: 'today at 16:00',
      },
      {
        van: '1', fault: 'cooling only blows warm air', detail: 'Sixteen degrees in the back after half an hour.',
        slot: 'tomorrow at 7:30',
      },
      { van: '2', fault: 'rear door does not lock', detail: 'I tied it with a strap.', slot: 'today at 15:00' },
    ],
  },
  {
    subject: 'Probe thermometers due for calibration',
    from: 'schreiber',
    tags: 'haccp',
    priority: 'low',
    script: `
      > {count} of our probe thermometers are past their calibration date ({which}). Ice water test: two of them are
      off by more
      than one degree.
      @
      < Please take the two out of use. The others may stay until {date+9} if the ice water test is written down
      every morning.
      # Calibration lab picks up on {day+5}, back after four working days. Two spare probes ordered.
      =hold
    `,
    cases: [
      { count: 'Five', which: 'numbers 3, 4, 8, 12 and 15' },
      { count: 'Three', which: 'the blue ones from the cold kitchen' },
    ],
  },
  {
    subject: 'Warming cabinet at our school stays cold',
    from: 'school',
    tags: 'equipment schools',
    priority: 'high',
    script: `
      > The warming cabinet in our canteen {symptom} since {since}. It belongs to you, I think: there is a Harbor
      sticker with
      number {number} on it.
      @
      < It does belong to us, thank you for the number. Could you try {attempt} once? If it stays cold we swap it.
      =pending
      > Tried it, no change.
      # Spare cabinet from the store is tested and labelled. Needs two people, 68 kg.
      < We bring another one on {day+2} before 10:00 and take the broken one with us. Please leave the place in front
      of it free.
      ..2d
      > The new one works. [Our canteen ladies send their regards.|Many thanks to the two gentlemen who carried it.]
      =solved
    `,
    cases: [
      {
        symptom: 'shows 40 °C and no more', since: 'yesterday', number: '88-014',
        attempt: 'the other socket by the window',
      },
      {
        symptom: 'switches off after ten minutes', since: 'the holidays', number: '88-021',
        attempt: 'to pull the plug for five minutes',
      },
    ],
  },
  {
    subject: 'Slicer: guard is loose',
    from: 'schreiber',
    tags: 'equipment safety',
    priority: 'urgent',
    hours: [6, 9],
    script: `
      > The finger guard of the {machine} wobbles. I unplugged it and locked the plug. Nobody is hurt.
      @
      < Exactly right, thank you. It stays locked until the technician has signed. Use the {other} for today, please.
      # Screw M6 was missing, replaced with a lock nut. Checked by Dreyer, protocol in the safety folder.
      -safety
      =solved
    `,
    cases: [
      { machine: 'big slicer', other: 'small one' },
      { machine: 'vegetable cutter', subject: 'Vegetable cutter: guard is loose', other: 'one from the event kitchen' },
    ],
  },
  {
    subject: 'Tablet on the packing line {fault}',
    from: 'schreiber',
    tags: 'it',
    script: `
      > The tablet at packing line {line} {fault}. We print the labels from the office at the moment, that costs us
      {minutes} minutes
      each round.
      @
      < [Could you hold the power button for 20 seconds and tell me what you see?|Have you tried the charger of the
      other line?]
      =pending
      > {answer}
      # Replaced with the spare, mount tightened. The old one goes to repair.
      < The spare one is mounted and signed in. Please keep the yellow cover on, it is there for the steam.
      =solved
    `,
    cases: [
      {
        fault: 'restarts all the time', line: '2', minutes: '15',
        answer: 'It starts, shows the logo, then goes dark again.',
      },
      {
        fault: 'has a cracked screen', line: '1', minutes: '10',
        answer: 'It still works with a pen, not with gloves.',
      },
    ],
  },
  {
    subject: 'Maintenance visit {day+7}',
    from: 'service',
    tags: 'equipment suppliers',
    priority: 'low',
    script: `
      > We would like to do the yearly maintenance of your {machines} on {day+7}, {date+7}, from {time}. It takes
      about {hours} hours, the
      machines are off in that time. Does it suit you?
      @
      # Production on {day+7} is small, only kitas. Ask Rosa.
      < {time} is fine if one of the machines can be used at any time. Please report at the gate, our kitchen chief
      Rosa Lind
      expects you.
      > Agreed, one by one. See you then.
      =solved
    `,
    cases: [
      { machines: 'combi steamers', time: '13:00', hours: '4' },
      { machines: 'tilting pans and kettles', time: '14:30', hours: '3' },
      { machines: 'cold rooms and blast chillers', time: '12:30', hours: '5' },
    ],
  },
];
