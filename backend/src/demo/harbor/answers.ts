import type { DemoAnswer } from '../demo-types.ts';

export const HARBOR_ANSWERS: DemoAnswer[] = [
  {
    name: 'Received, we look into it',
    shortcut: 'received',
    owner: null,
    body: 'Hello {{contact.name}},\n\nthank you for writing. We look into it and come back to you today.\n\nKind regards\n{{agent.name}}, {{workspace.name}}',
  },
  {
    name: 'Allergens: which dish, which day?',
    shortcut: 'allergens',
    owner: null,
    body: 'Hello {{contact.name}},\n\nto be safe we need three things: the allergen, the day and how many portions it concerns. Until we have confirmed it, please serve the plain side dish.\n\n{{agent.name}}',
  },
  {
    name: 'Delivery late, apology',
    shortcut: 'late',
    owner: null,
    body: 'Hello {{contact.name}},\n\nwe are sorry about the delay. The van is on its way and the food is above 65 °C. You need not pay for today’s delivery ({{ticket.number}}).\n\n{{agent.name}}, {{workspace.name}}',
  },
  {
    name: 'Invoice corrected',
    shortcut: 'invoice',
    owner: null,
    body: 'Hello {{contact.name}},\n\nyou will find the corrected invoice in your mail by tomorrow. The old one is cancelled.\n\nKind regards\n{{agent.name}}',
  },
  { name: 'My closing line', shortcut: 'bye', owner: 'tom', body: 'Write again any time.\n\nBest, {{agent.name}}' },
];
