import type { Story } from '../demo-types.ts';

/** One ticket with more than thirty entries: the planning of a big event over five weeks. */
export const HARBOR_LONG: Story = {
  subject: 'Harbour festival: 2,400 portions over two days',
  from: 'castellano',
  tags: 'events sales',
  plain: true,
  script: `
    > Hello! The museum takes part in the harbour festival for the first time. We expect about 1,200 guests on each
    of two days and look for somebody
    who cooks for all of them. Would you?
    @jonas
    < Hello Giulia, what a lovely enquiry. In principle yes. Four questions: where may we cook, is there water and
    three-phase current, when
    do you open, and what should a portion cost the guest?
    =pending
    > In the courtyard, water yes, current up to 63 A. Open from 11:00 to 20:00. Not more than 9 euros.
    # 63 A is enough for two tilting pans and the steamer. @Mara can we spare six people on a weekend?
    #mara Six are possible if the schools have no event. I ask Rosa for the rota.
    < Then we can work with three dishes: fish roll, potato waffle with herb quark (vegetarian), lentil bowl (vegan).
    1,200 portions a day are
    feasible with two counters.
    =pending
    > The director would love something that has to do with tides. And must it be paper plates?
    < We could call the bowl "Low tide": dark lentils, sea fennel, a poached egg if wanted. Plates: our reusable ones
    with a deposit of 2 euros.
    > "Low tide" made her laugh, bought. Deposit is fine. Who does the washing up?
    # Packhaus lends a mobile dishwasher, 240 euros for the weekend, needs 32 A of the 63.
    < A mobile dishwasher in the yard, we run it ourselves. The noise is like a kettle.
    !high
    > What do you need from us for the permits?
    < A site plan with the escape routes, the contact of the fire officer and, until four weeks before, the form for
    outdoor gastronomy. I attach
    it filled in as far as I can.
    =pending
    ..2d
    > Site plan attached. The fire officer wants two metres between the pans and the lime tree.
    # Plan changed: pans to the north wall, counter 2 beside the entrance.
    < Done, the new plan is attached: three metres to the lime tree.
    > Accepted! He even smiled.
    ..2d
    < Next: drinks. Do you sell them yourselves, or shall we?
    =pending
    > Our friends' association does that. They ask whether they may use your cold trailer.
    # Trailer is free on both days.
    < They may. Please tell them: keys with us, closed by 20:30.
    ..3d
    > Bad news: the city gives us only 32 A.
    !urgent
    # 32 A: either dishwasher or second pan. Gas pan from the event store? Needs a permit, Ines asks.
    #ines Gas pan is allowed in the open with a fire blanket and an extinguisher. Permit in two days.
    < No reason to worry: the second pan runs on gas, the permit is under way. Nothing changes for your guests.
    > You are wonderful. I had already seen us with sandwiches.
    !high
    ..2d
    < The permit is here. Now only the weather is missing. Shall we agree on a number to which we can go down if it
    rains?
    =pending
    > 700 a day, decided by Thursday noon?
    < Agreed: 700 if you tell me by Thursday 12:00, otherwise 1,200. Contract is in your inbox.
    > Signed.
    +booked
    ..6d
    > Thursday, 11:30: sun on both days! 1,200.
    # Order to Behn (600 kg potatoes), Vierlande and Fischhalle released.
    < Wonderful, everything is ordered. We set up from 7:00 on Saturday.
    ..3d
    > What a weekend. 2,380 portions by our count, nothing left of "Low tide" on Sunday at five. Thank you to
    everybody!
    # 2,391 by the till. Deposit: 44 plates missing, 88 euros kept.
    < It was a joy. The final account comes this week; until next year?
    =solved
    > Until next year. The lime tree sends its regards.
    =solved
  `,
};
