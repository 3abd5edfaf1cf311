import type { Story } from '../demo-types.ts';

export const HARBOR_FAMILIES: Story[] = [
  {
    subject: '{child}\'s lunch on {day+1}: please cancel',
    from: 'parent',
    tags: 'parents orders',
    priority: 'low',
    hours: [7, 21],
    script: `
      > {child} is ill and stays at home {until}. I could not cancel in the app, it says "{message}".
      @
      < Cancelled {until}, get well soon! The message came because {reason}.
      > [Thank you!|Thanks a lot.] {child} says hello to the pancakes.
      =solved
    `,
    cases: [
      {
        from: 'bergmann', child: 'Mats', until: 'until Friday', message: 'too late for today',
        reason: 'it was after 8:00; for the other days it would have worked one by one',
      },
      {
        from: 'rashid', child: 'Samira', until: 'for the whole week', message: 'not possible',
        reason: 'your school enters absences for its classes itself',
      },
      {
        from: 'nowak', child: 'Jakub', until: 'tomorrow and the day after', message: 'unknown error',
        reason: 'the app had an old password, please sign in once again',
      },
    ],
  },
  {
    subject: 'Chip {state}',
    from: 'parent',
    tags: 'parents',
    priority: 'low',
    script: `
      > My {child}'s lunch chip is {state_text}. How do we get a new one, and can {pronoun} eat without it tomorrow?
      @
      < Of course {pronoun} can eat: the counter has a list with names. A new chip costs 4 euros and comes to the
      school office. Shall I send it?
      =pending
      > Yes please.
      # Chip {chip} sent, old one blocked.
      < On its way, the old one is blocked.
      =solved
    `,
    cases: [
      { state: 'lost', child: 'son', state_text: 'somewhere in the Elbe, it seems', pronoun: 'he', chip: '3188' },
      {
        state: 'does not beep any more', child: 'daughter', state_text: 'not read any more since it was washed',
        pronoun: 'she', chip: '3191',
      },
      {
        state: 'swapped with a friend\'s', child: 'daughter', state_text: 'with a friend who has now moved to Kiel',
        pronoun: 'she', chip: '3204',
      },
    ],
  },
  {
    subject: 'We are moving: end the contract on {date+30}',
    from: 'parent',
    tags: 'parents cancellation',
    script: `
      > We are moving to {city} and would like to end {child}'s lunch contract on {date+30}. What happens to the
      balance of {balance} euros?
      @
      < A pity to lose you! The contract ends on {date+30}. The balance goes back to the account from which it came
      within ten days.
      > To the old account please, it stays open for a while.
      # Refund {balance} entered for {date+32}.
      =solved
    `,
    cases: [
      { city: 'Bremen', from: 'evers', child: 'Leni', balance: '37.20' },
      { city: 'Lübeck', from: 'rashid', child: 'Karim', balance: '12.60' },
      { city: 'Kiel', from: 'hansen', child: 'Jonte', balance: '0.80' },
    ],
  },
  {
    subject: 'Password reset mail does not arrive',
    from: 'parent',
    tags: 'portal parents',
    script: `
      > I asked for a new password {times} and nothing arrives, not in the spam folder either. [The order deadline is
      tomorrow.|I wanted to order for next week.]
      @
      # Mail log: {log}
      < {answer}
      =pending
      > It worked, I am in.
      =solved
    `,
    cases: [
      {
        times: 'three times', log: 'address in the account is another one (typo: "pots.example").',
        answer: 'In your account the address has a slip of the pen. I have corrected it, please ask for the mail once more.',
      },
      {
        times: 'twice today', log: 'rejected by the mailbox, full.',
        answer: 'Your mailbox refuses our mail because it is full. As soon as there is room, please try once more.',
      },
      {
        times: 'four times since yesterday', log: 'delivered, but the link was opened by a mail scanner first.',
        answer: 'A scanner of your mail provider opens the link before you do, and it works only once. I have sent you a code by text message instead.',
      },
    ],
  },
  {
    subject: 'Praise for the {dish}',
    from: 'parent',
    tags: 'praise',
    priority: 'low',
    script: `
      > Our {child} has eaten no {vegetable} for {age} years, until your {dish} came. Now I am supposed to cook it
      "exactly like at school".
      Would you share the recipe?
      @
      # Recipe card for families exists, scaled to four.
      < With pleasure! I attach the card for four people. The secret is {secret}.
      > It worked, all plates are empty.
      =solved
    `,
    cases: [
      {
        child: 'son', vegetable: 'carrots', age: 'six', dish: 'carrot and orange soup',
        secret: 'the juice of one orange at the very end',
      },
      {
        child: 'daughter', vegetable: 'spinach', age: 'nine', dish: 'spinach lasagne',
        secret: 'a little nutmeg and no cream at all',
      },
      {
        child: 'son', vegetable: 'red cabbage', age: 'seven', dish: 'red cabbage wrap',
        secret: 'a handful of grated apple, and not to call it cabbage',
      },
    ],
  },
  {
    subject: '{thing} in the food',
    from: 'parent',
    tags: 'complaint quality',
    priority: 'high',
    script: `
      > My {child} found {thing_text} in the {dish} on {when}. [I have a picture.|The teacher saw it too.] How can
      that be?
      @
      !urgent
      # Retained sample of {batch} checked: nothing more. {trace}
      < Thank you for writing to us directly, and I am sorry. We have checked the whole batch and its kept sample and
      found {trace_text}. {measure}
      > Thank you for the honest answer. That is all we wanted.
      =solved
    `,
    cases: [
      {
        thing: 'Piece of plastic', child: 'son', thing_text: 'a blue piece of plastic, about one centimetre,',
        dish: 'vegetable rice', when: 'Tuesday', batch: 'P-295', trace: 'Lid of a spice box is chipped.',
        trace_text: 'where it came from: a chipped lid',
        measure: 'All lids of that kind are replaced by steel ones.',
      },
      {
        thing: 'Small stone', child: 'daughter', thing_text: 'a little stone', dish: 'lentil stew',
        when: 'Thursday', batch: 'P-307', trace: 'Lentils of lot L-2188; sorted by hand now.',
        trace_text: 'two more in the sack of lentils', measure: 'The lot is blocked and the supplier informed.',
      },
      {
        thing: 'Hair', child: 'son', thing_text: 'a long hair', dish: 'quark dessert', when: 'Monday',
        batch: 'P-299', trace: 'Hairnets were out of stock on Sunday shift!', trace_text: 'nothing more',
        measure: 'Hairnets are now counted with the weekly order so that they never run out.',
      },
    ],
  },
  {
    subject: 'Price rise from {month}?',
    from: 'parent',
    tags: 'parents invoices',
    script: `
      > I read that a lunch costs {new} instead of {old} euros from {month}. With {count} children that is a lot. Is
      there a reduction for siblings?
      @
      < I understand well. The third child eats for half the price, and with {grant} there is nothing to pay at all.
      May I send you the form?
      =pending
      > The form would help, thank you. I did not know about that.
      < It is attached. If you send it until {date+12} it counts from {month}.
      =solved
    `,
    cases: [
      { month: '{monthahead+2}', new: '4.95', old: '4.60', count: 'three', grant: 'housing benefit' },
      { month: '{monthahead+1}', new: '5.20', old: '4.95', count: 'four', grant: 'the child supplement' },
    ],
  },
  {
    subject: 'Parents\' council: visit to the kitchen',
    from: 'parent',
    tags: 'visits parents',
    priority: 'low',
    script: `
      > The parents' council would like to see where the food comes from. Could {count} of us come on an afternoon in
      week {week+3}?
      @
      < You are welcome! {day+22} at 15:00 would be good, it is calm then. Closed shoes please, coats and caps come
      from us.
      > {count} people, {day+22} at 15:00. One is in a wheelchair, is that possible?
      # Ground floor is without steps; ramp at gate 2. Ask Rosa to lead.
      < Without any problem: please come to gate 2, there is a ramp. Rosa Lind will show you round.
      =solved
    `,
    cases: [{ count: 'eight' }, { count: 'five', from: 'adeyemi' }],
  },
  {
    subject: 'Does the app exist in {language}?',
    from: 'parent',
    tags: 'portal parents',
    priority: 'low',
    script: `
      > My {relative} picks the meals and reads {language} best. Can the app be changed?
      @
      < At the moment there is German and English. The pictures of the dishes and the signs for pork, fish and
      vegetarian are the same in all.
      I have passed the wish on.
      # Fourth wish for another language this quarter ({language}).
      =solved
    `,
    cases: [
      { relative: 'mother', language: 'Vietnamese', from: 'pham' },
      { relative: 'husband', language: 'Polish', from: 'nowak' },
      { relative: 'wife', language: 'Arabic', from: 'rashid' },
    ],
  },
];
