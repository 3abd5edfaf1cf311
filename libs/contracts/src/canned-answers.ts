/** What stands between double braces in a canned answer, filled in when it is used on a ticket. */
export const CANNED_VARIABLES = ['contact.name', 'ticket.number', 'ticket.subject', 'agent.name', 'workspace.name'] as const;
export type CannedVariable = (typeof CANNED_VARIABLES)[number];

/** Bounds, in characters. */
export const CANNED_LIMITS = { name: 80, shortcut: 30, body: 10_000 } as const;
