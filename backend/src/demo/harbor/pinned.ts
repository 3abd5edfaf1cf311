import type { PinnedStory } from '../demo-types.ts';

/** What stands on top of the list, whenever the seeding runs. */
export const HARBOR_PINNED: PinnedStory[] = [
  {
    number: 1042,
    age: 27,
    subject: 'Oven 3 does not hold temperature',
    from: 'lind',
    tags: 'equipment',
    priority: 'urgent',
    channel: 'web',
    plain: true,
    script: `
      > Thermostat replaced in March, drifts again. Set to 180 °C, the probe says 151 to 196 within ten minutes. Two
      trays
      of potato gratin for Kita Elbwiese are underdone, I moved them to oven 1.
      ..25m
      > Now it shows E14 and beeps. I have switched it off and put a sign on it. Oven 1 and 2 are full until 11:15.
    `,
  },
  {
    number: 1041,
    age: 52,
    subject: 'Change Friday tasting to 14:30',
    from: 'jweber',
    assignee: 'mara',
    tags: 'booking',
    plain: true,
    script: `
      > Two guests more, one vegan. The clients from Werkhof Robotics can only come at 14:30 instead of 13:00. Is the
      tasting room free until 16:00?
      ..3m
      @mara
      ..15m
      < The room is free until 17:00. I have moved it to 14:30 and told the cold kitchen. For the vegan guest: would
      they
      also take the beetroot tartare from the autumn card?
      ..28m
      > Yes, they would love that. And please no alcohol in the dessert, two of them drive.
    `,
  },
  {
    number: 1039,
    age: 61,
    subject: 'Allergen list for school menu week 48',
    from: 'petersen',
    assignee: 'tom',
    tags: 'allergens schools',
    priority: 'high',
    channel: 'email',
    plain: true,
    script: `
      > Good morning, one of our new pupils is allergic to sesame. Could you confirm for next week's menu which dishes
      contain it? Dish 4 on Wednesday looks doubtful to us.
      ..0m
      @tom
      ..19m
      # Recipe 4 uses tahini from lot L-2207. @Ida can the kitchen swap it for sunflower paste in Wednesday's run?
      ..3m
      < Thank you for asking, Anke. Dish 4 does contain sesame. We are checking whether we can replace it for your
      school
      and will answer before noon.
      ..28m
      > Two pupils, not one. Sorry!
    `,
  },
  {
    number: 1038,
    age: 190,
    subject: 'Invoice 2291 shows the old address',
    from: 'brandt',
    assignee: 'mara',
    priority: 'low',
    script: `
      > Invoice 2291 still carries our old address at Baumwall 3. We moved to Am Sandtorkai 50 in September, and our
      auditor insists on the right one. Could you issue it again?
      ..40m
      @mara
      ..18m
      < Sorry about that, the address was changed in your contract but not in the billing record. I have corrected
      it. You
      get 2291 again today, with the same date and number plus a "-K".
      ..108m
      > Thank you. Does the monthly statement come from the same record, or do we have to change it there too?
    `,
  },
  {
    number: 1036,
    age: 260,
    subject: 'Delivery arrived 20 minutes late on Tuesday',
    from: 'hafenkante',
    assignee: 'ines',
    tags: 'delivery',
    priority: 'high',
    plain: true,
    script: `
      > Second time this month. On Tuesday the food came at 11:50 instead of 11:30, and the little ones were already
      tired. We cannot move lunch: they sleep at 12:15.
      ..35m
      @ines
      ..30m
      # Van 2 again. Marek says the roadworks at the Freihafenbrücke cost him 15 minutes each day. Could van 4 take
      Hafenkante and Elbwiese in one go?
      ..20m
      < I am sorry, that must not happen twice. The bridge is being repaired until Friday; from tomorrow another van
      comes
      to you first, at 11:15 at the latest. I will call you on Thursday to hear whether it worked.
      ..137m
      > That would help. Please tell the driver to use the yard entrance, the front door is locked at that time.
    `,
  },
  {
    number: 1035,
    age: 330,
    subject: 'Quote for 180 people, 12 December',
    from: 'nordlicht',
    assignee: 'tom',
    tags: 'sales',
    script: `
      > Buffet, three hours, own location. We are planning our winter party on 12 December from 18:00 in our hall in
      Hammerbrook, about 180 people, a third of them vegetarian. What would a warm buffet with drinks cost, with
      staff?
      ..45m
      @tom
      ..225m
      < Thank you for asking us again. Three hours with six of our people, a warm buffet of four mains (two
      vegetarian, one
      vegan) and soft drinks comes to about 46 euros a person. I need two things before I can write the quote: is
      there a
      kitchen or at least three-phase current in the hall, and by when must the hall be empty?
      ..1m
      =pending
    `,
  },
  {
    number: 1033,
    age: 360,
    subject: 'Login link expired',
    from: 'janssen',
    priority: 'low',
    plain: true,
    script: `
      > The link in your welcome mail says that it has expired. I only got round to it today. Could you send a new
      one?
      My son is in 3b and should eat with you from Monday.
      ..295m
      <tom A new link is on its way to this address, it is good for seven days. If you tell me which days he eats, I
      can
      enter them already.
    `,
  },
  {
    number: 1031,
    age: 420,
    subject: 'Hot box seal broken on van 2',
    from: 'isommer',
    assignee: 'ines',
    tags: 'equipment',
    priority: 'high',
    plain: true,
    script: `
      > Found at loading, photo attached to the van log. The seal of hot box 7 is torn over a hand's width; at
      Grundschule
      Süd the rice was down to 61 °C. Box 7 is out, we are one box short for tomorrow's tour.
      ..25m
      @ines
      ..235m
      < Thank you for taking it out at once. Tomorrow Schule Speicherstadt gets the small box, they only have 40
      portions. I
      have ordered two seals.
      ..40m
      # Dreyer Küchentechnik delivers the seals on Thursday, 38 euros each. Waiting for the order confirmation.
      ..1m
      =hold
    `,
  },
  {
    number: 1029,
    age: 1500,
    subject: 'Vegetarian option for 12 children from Monday',
    from: 'gs-nord',
    assignee: 'mara',
    tags: 'schools',
    script: `
      > From Monday twelve more children in years 1 and 2 will eat vegetarian. Do we change the numbers ourselves in
      the
      order sheet, or do you need the names?
      ..95m
      @mara
      ..20m
      < No names needed. Please raise the vegetarian column by twelve and lower the other one; until Thursday 12:00
      that is
      enough for Monday. Shall it stay so for the whole term?
      ..1200m
      > Yes, until the Christmas holidays at least. One of the twelve also eats no eggs, is that covered?
    `,
  },
  {
    number: 1026,
    age: 1700,
    subject: 'Add a second contact for deliveries',
    from: 'hafenkante',
    assignee: 'tom',
    priority: 'low',
    script: `
      > Please add Aylin Yılmaz as a second contact for deliveries. I am away until the end of the month and the
      driver
      always calls my number.
      ..180m
      @tom
      ..30m
      < Done, Aylin is now called first and you second. Shall the weekly menu go to her as well?
      ..1190m
      > Yes please, to both of us.
    `,
  },
  {
    number: 1024,
    age: 1850,
    subject: 'Feedback: lentil stew too salty',
    from: 'gs-sued',
    assignee: 'ines',
    tags: 'kitchen',
    plain: true,
    script: `
      > Four schools said the same at the canteen round table, so I collect it here: yesterday's lentil stew was far
      too
      salty. Most of it came back. The rolls were praised, by the way.
      ..120m
      @ines
      ..45m
      # Batch sheet of P-311: broth powder was added twice, once by the early and once by the day shift. Tanja has the
      retained sample.
      ..60m
      < Thank you for collecting it. We have found the cause: the broth went in twice. The recipe now says who adds
      it and
      when. May we send fruit for all four schools on Friday as an apology?
      ..1280m
      < One more question, so that we credit the right amount: roughly how many portions came back at your school?
      ..1m
      =pending
    `,
  },
  {
    number: 1021,
    age: 3300,
    subject: 'Return trays missing: 14',
    from: 'elbwiese',
    assignee: 'mara',
    tags: 'delivery',
    script: `
      > Your list says that we owe 14 trays. We count every evening and have none left here. Can it be that they went
      back
      with another kita's crates?
      ..300m
      @mara
      ..60m
      # Packhaus counted 14 too many from Sternschnuppe last week. Looks like a mix-up at unloading.
      ..20m
      < You may well be right: another kita gave back exactly 14 more than it had. I am checking the scans and will
      correct
      the list if it fits. Until then nothing is charged.
      ..1440m
      > Thank you. It would be good to get this off the list before our own stocktaking on Monday.
    `,
  },
  {
    number: 1018,
    age: 4300,
    subject: 'Cancel standing order over the holidays',
    from: 'nordlicht',
    assignee: 'tom',
    plain: true,
    script: `
      > 21 December to 6 January. Our office is closed, please cancel the fruit baskets and the Thursday lunch for
      that
      time. The first delivery after it would be on Thursday, 7 January.
      ..240m
      @tom
      ..60m
      < Noted: nothing from 21 December to 6 January, both orders go on from 7 January. You will see it in the order
      calendar by tomorrow.
      ..2500m
      > In the calendar I still see fruit on Monday 21 December. Everything else looks right.
    `,
  },
];

/** Ages, in minutes, of the numbers between the pinned ones. */
export const HARBOR_RECENT_AGES: Record<number, number> = {
  1040: 57, 1037: 205, 1034: 345, 1032: 400, 1030: 600, 1028: 1560, 1027: 1640,
  1025: 1800, 1023: 2700, 1022: 3000, 1020: 3500, 1019: 3900,
};
