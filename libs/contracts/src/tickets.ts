export const TICKET_STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed', 'merged'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/**
 * Where a member may move a ticket from each status. `closed` is immutable; the one way out of `merged` is undoing the
 * merge. A transition to the same status is a no-op and not listed.
 */
export const TICKET_TRANSITIONS: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  new: ['open', 'pending', 'hold', 'solved'],
  open: ['pending', 'hold', 'solved'],
  pending: ['open', 'hold', 'solved'],
  hold: ['open', 'pending', 'solved'],
  solved: ['open', 'closed'],
  closed: [],
  merged: [],
};

/** Statuses in which a ticket is still somebody's work. */
export const UNSOLVED_STATUSES = ['new', 'open', 'pending', 'hold'] as const satisfies TicketStatus[];

/** Statuses in which nothing about a ticket can be changed. */
export const FINAL_STATUSES = ['closed', 'merged'] as const satisfies TicketStatus[];

export const TICKET_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

export const TICKET_CHANNELS = ['web', 'api', 'email', 'phone'] as const;
export type TicketChannel = (typeof TICKET_CHANNELS)[number];

export const MESSAGE_KINDS = ['reply', 'note'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Fields whose changes stand in a ticket's history. */
export const TRACKED_FIELDS = ['subject', 'status', 'priority', 'requester', 'assignee', 'team', 'tags'] as const;
export type TrackedField = (typeof TRACKED_FIELDS)[number];

/** Bounds, in characters and counts, that both the forms and the API hold to. */
export const TICKET_LIMITS = { subject: 200, body: 50_000, tags: 20, tag: 40, mentions: 20 } as const;
