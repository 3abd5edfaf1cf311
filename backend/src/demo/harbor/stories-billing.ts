import type { Story } from '../demo-types.ts';

export const HARBOR_BILLING: Story[] = [
  {
    subject: 'Invoice {number}: {count} meals too many',
    from: 'office',
    tags: 'invoices',
    script: `
      > Invoice {number} lists {billed} meals for {month}, we count {real}. The difference are the {count} meals of
      {what}, which we cancelled in time.
      @
      # Cancellation is there ({when}), but after the export of the day. Credit note.
      < You are right: your cancellation came in time, but after our export had run. You get a credit note over
      {count} meals, it is
      taken off the next debit.
      > Credit note has arrived, everything fits now.
      =solved
    `,
    cases: [
      {
        number: '2188', count: '46', billed: '3,112', real: '3,066', month: '{monthago+1}',
        what: 'the trip of class 3a and 3b', when: 'Tuesday 7:58',
      },
      {
        number: '2204', count: '12', billed: '1,420', real: '1,408', month: '{monthago+1}', what: 'the flu week',
        when: 'Monday 7:41',
      },
      {
        number: '2257', count: '88', billed: '2,960', real: '2,872', month: '{monthago+1}',
        what: 'the teachers\' training day', when: 'Thursday 17:05',
      },
    ],
  },
  {
    subject: 'Purchase order number on invoices',
    from: 'company',
    tags: 'invoices',
    priority: 'low',
    script: `
      > Our accounting only pays invoices that carry a purchase order number. For us it is {po}. Please put it on
      {from_when}.
      @
      < Entered: {po} now stands in the head of every invoice to you. Shall I issue the unpaid one of last month
      again?
      > Yes please, number {number}.
      < Issued again, in the mail since just now.
      =solved
    `,
    cases: [
      { po: 'WR-4500-1187', from_when: 'all invoices from now on', number: '2240', from: 'neumann' },
      { po: '7700 2231', from_when: 'everything from this quarter', number: '2261', from: 'larsen' },
    ],
  },
  {
    subject: 'Reminder for invoice {number}, but we have paid',
    from: 'company',
    tags: 'invoices',
    priority: 'high',
    script: `
      > We got a reminder for invoice {number} with a fee. We paid on {paid}, reference "{reference}". Please check.
      @
      # Bank: {bank}
      < I have found it: {bank_text}. The reminder and its fee are cancelled, and I am sorry.
      > [Thank you for the quick check.|Thanks, settled for us.]
      =solved
    `,
    cases: [
      {
        number: '2169', paid: 'the 4th', reference: '2196',
        bank: 'booked to 2196, digits swapped in the reference.',
        bank_text: 'the payment was booked to 2196 because two digits of the reference were swapped',
      },
      {
        number: '2213', paid: 'the 12th', reference: 'Harbor lunch',
        bank: 'no number in the reference, stood on "unclear".',
        bank_text: 'without a number in the reference it stood among the unclear payments',
      },
      {
        number: '2279', paid: 'the 1st', reference: 'RE 2279', bank: 'arrived one day after the reminder run.',
        bank_text: 'your payment and our reminder crossed',
      },
    ],
  },
  {
    subject: 'Education subsidy for {count} children',
    from: 'school',
    tags: 'invoices subsidy',
    script: `
      > {count} of our families now have the notice for the lunch subsidy. Do they send it to you, or do we collect
      the copies?
      @
      < Both works. If you collect them: copy of the notice, name, class and from when; we settle with the office and
      the family pays
      nothing from that day on, also backwards.
      =pending
      > All {count} copies are in the pouch for the driver. One notice ends in {month}.
      # Pouch received. Entered until the end of each notice, reminder four weeks before.
      < Everything is entered. Four weeks before a notice ends the family gets a letter from us.
      =solved
    `,
    cases: [{ count: '6', month: 'January' }, { count: '11', month: 'March' }, { count: '3', month: 'December' }],
  },
  {
    subject: 'Change to direct debit',
    from: 'company',
    tags: 'invoices',
    priority: 'low',
    script: `
      > We would like to pay by direct debit from {month} on. Which form do you need?
      @
      < The mandate is attached. Please send it signed by post or upload it in the portal; we do not take bank
      details by e-mail.
      =pending
      ..2d
      > Uploaded.
      # Mandate {mandate} checked, four-eyes by Paula.
      < Thank you, active from the next invoice on. We announce every debit five days ahead.
      =solved
    `,
    cases: [
      { month: '{monthahead+1}', mandate: 'HC-0418' },
      { month: '{monthahead+1}', mandate: 'HC-0421' },
      { month: '{monthahead+1}', mandate: 'HC-0433' },
    ],
  },
  {
    subject: 'Why 19 % VAT on {what}?',
    from: 'company',
    tags: 'invoices tax',
    script: `
      > On our last invoice {what} is charged with 19 % VAT, before it was 7 %. Is that on purpose?
      @
      #paula {rule}
      < {answer}
      > Understood. [Thank you for explaining it without jargon.|I pass it on to our accounting.]
      =solved
    `,
    cases: [
      {
        what: 'the lunch delivery', rule: 'Wrong key on the article since the price change.',
        answer: 'No, that was our mistake: delivery without service has the reduced rate. A corrected invoice is on its way.',
      },
      {
        what: 'the buffet with staff', rule: 'Service prevails, 19 % is right.',
        answer: 'Yes: when our people serve, it counts as a service and has the full rate. The earlier orders came without staff.',
      },
    ],
  },
  {
    subject: 'Statement of account for the auditor',
    from: 'krueger',
    tags: 'invoices',
    script: `
      > For the annual accounts of {client} I need a confirmation of the balance as of {date}.
      @
      < The confirmation is made by Paula, who signs for it. Until when do you need it?
      =pending
      > {until} would be good.
      <paula Here it is, signed: the balance on {date} was {balance} euros in our favour.
      =solved
    `,
    cases: [
      {
        client: 'Brandt & Söhne', date: 'the last day of {monthago+1}', until: 'The end of the week',
        balance: '1,284.60',
      },
      { client: 'Nordlicht GmbH', date: 'the last day of {monthago+2}', until: 'Next Wednesday', balance: '412.00' },
    ],
  },
];
