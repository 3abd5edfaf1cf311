import type { Story } from '../demo-types.ts';

/** Tickets that stretch what lists, pages and filters have to bear. */
export const HARBOR_EDGES: Story[] = [
  {
    subject:
      'Request to change the delivery window, the number of portions, the contact person, the invoice address and the ' +
      'cost centre for all three of our buildings as from the first of next month, see list',
    from: 'schuette',
    tags: 'orders invoices delivery',
    script: `
      > The subject says it all, the list is attached. Please confirm building by building.
      @
      < Thank you for the complete list. Building A and B are changed. For building C the earlier window collides
      with the tour; is 11:50
      instead of 11:30 possible?
      =pending
      > 11:50 is all right.
      < Then all three are changed.
      =solved
    `,
  },
  {
    subject: 'Kündigung des Obstkorb-Abos zum Monatsende',
    from: 'peters',
    tags: 'cancellation',
    plain: true,
    script: `
      > Sehr geehrte Damen und Herren,

      hiermit kündigen wir das Obstkorb-Abo (Vertrag 2023-118) fristgerecht zum Monatsende. Unser Team ist kleiner
      geworden, und
      freitags blieb zuletzt die Hälfte liegen. Bitte bestätigen Sie uns die Kündigung schriftlich.

      Mit freundlichen Grüßen
      Dr. Hanna Peters
      @paula
      < Sehr geehrte Frau Dr. Peters,

      vielen Dank für Ihre Nachricht, die Kündigung ist zum Monatsende eingetragen. Falls ein kleinerer Korb alle
      zwei Wochen
      für Sie in Frage kommt: Den gibt es ab 24 Euro.

      Freundliche Grüße
      Paula Hartmann
      =pending
      > Ein kleiner Korb alle zwei Wochen klingt gut, ab Januar bitte.
      # New contract from January, small basket, every second Friday.
      < Sehr gern, der erste kleine Korb kommt am zweiten Freitag im Januar.
      =solved
    `,
  },
  {
    subject: '🎉 Summer party: the best buffet ever 🥗🍓',
    from: 'winter',
    tags: 'praise events',
    priority: 'low',
    plain: true,
    script: `
      > What can I say… 👏👏👏 The whole office is still talking about the strawberries 🍓 and about Jonas' speech to the
      last slice of
      quiche. Our Italian colleague 👩🏽‍🍳 asks for the recipe of the focaccia. Thank you all! 💚
      @jonas
      < That makes our week 💚 The focaccia: 1 kg flour, 800 g water, 30 g oil, 22 g salt, 3 g yeast, a night in the
      fridge. And a
      speech to the bread never hurts.
      =solved
    `,
  },
  {
    subject: '<script>alert("lunch")</script> in the menu name',
    from: 'neumann',
    tags: 'portal',
    plain: true,
    script: `
      > Our developers wanted to be funny and named a lunch group <script>alert("lunch")</script> and another one
      "Robert'); DROP TABLE lunches;--". Your page shows both as plain text, so: well done. But now nobody dares to
      rename
      them. Could you? <b>Team North</b> & <i>Team South</i>, without the tags please. 😇
      @tom
      < Renamed to Team North and Team South. Greetings to the developers; 5 < 6 && "quotes" stay what they are here
      as well.
      > They bow. <img src=x onerror=alert(1)> from all of them.
      =solved
    `,
  },
  {
    subject: 'Stocktaking of returnable boxes before the winter',
    from: null,
    tags: 'boxes',
    priority: 'low',
    channel: 'web',
    script: `
      > Count all hot boxes, lids and trolleys in the yard, the store and the vans before the first frost. Last year
      23 boxes were
      found in spring. List to Paula.
      @emre
      # Yard and store counted: 214 boxes, 220 lids, 9 trolleys. Vans tomorrow.
      =pending
      # Vans: 38 boxes. Together 252 of 260. The missing eight are with schools, names are on the list.
      =solved
    `,
  },
  {
    subject: 'Voicemail without name about a birthday cake',
    from: null,
    tags: 'sales',
    channel: 'web',
    script: `
      > Voicemail of 18:40, number withheld: "…for Saturday, a cake for twenty children, please no nuts, and could it
      be a whale?" No name and no
      number to call back. If somebody calls again: yes, we can do a whale.
      # Nobody has called so far. Tanja would love to make it.
    `,
  },
  {
    subject: 'Complaint with a full account of last week',
    from: 'evers',
    tags: 'complaint parents',
    priority: 'high',
    plain: true,
    script: `
      > Dear Harbor team,

      I am writing at length because short messages have not helped so far. My daughter Frieda is in class 2a of
      Grundschule Süd and has
      eaten with you since August. Until the autumn holidays everything was fine. Since then almost nothing is.

      On Monday there was pasta with tomato sauce. Frieda is on the list for wholemeal pasta, as the doctor advised.
      She got the
      ordinary one. When she said so she was told that "there is no list". The list hangs beside the counter, I have
      seen it myself when
      I picked her up. I do not blame the lady at the counter, who was alone with sixty children; I ask myself why
      she was alone.

      On Tuesday the main course was finished when her class came, and the last nine children got bread with butter.
      Bread with butter is
      not bad as such. But we pay for a warm lunch, and for some of these children it is the only one of the day. I
      would have liked
      somebody to say sorry to them.

      On Wednesday it was good! Frieda wants me to write that down: the potato pancakes were the best ones ever, and
      the apple
      sauce was warm.

      On Thursday the counter opened twelve minutes late. The children stood in the corridor, which is also the way
      to the
      gym, and twice a class in gym shoes pushed through. I know that this is the school's corridor and not yours; but
      it would help if the counter opened on time.

      On Friday there was fish. Frieda does not eat fish, which has been in her account since August, with a tick
      that I checked again this
      morning. She got fish, took the potatoes and left the rest.

      What I wish for:

      • somebody who checks whether the diets of our school really arrive at the counter,
      • a second person at the counter between 12:30 and 13:00, or the classes one after the other,
      • a sentence to the nine children of Tuesday, perhaps with something sweet,
      • and an answer that is not made of building blocks.

      I can be reached in the afternoon, and I am glad to come by with two other parents.

      Kind regards
      Katrin Evers
      @mara
      !urgent
      # @Ines: is the list of Grundschule Süd still the one of before the holidays? It looks as if the import stopped
      on 16 October.
      #ines It is. 31 diets are missing. Corrected now, printed and sent to the counter.
      < Dear Katrin,

      thank you for writing so precisely, also about the potato pancakes. You were right in every point that we could
      check: since the
      holidays the counter worked with an old list, 31 diets were missing. It is corrected since this morning.

      From Monday a second colleague stands at the counter from 12:15. To the nine children of Tuesday I will say
      sorry myself
      tomorrow at 12:40, with vanilla quark. And I would be happy if you came with the other two parents: does
      Thursday at 15:00 suit you?

      Mara Klein
      =pending
      > Thursday at 15:00 suits us. Frieda reports that the quark was "quite good for an apology". Thank you for this
      answer.
      < Then until Thursday, entrance by the yard.
      =solved
    `,
  },
];
