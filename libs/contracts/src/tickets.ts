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

/** How another ticket stands to the one that is looked at. One link a pair. */
export const LINK_KINDS = ['parent', 'child', 'duplicate_of', 'duplicated_by', 'related'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** The same link, seen from the other ticket. */
export const OPPOSITE_LINKS: Readonly<Record<LinkKind, LinkKind>> = {
  parent: 'child',
  child: 'parent',
  duplicate_of: 'duplicated_by',
  duplicated_by: 'duplicate_of',
  related: 'related',
};

/** Changes that concern another ticket: its number is what became (`to`) or no longer is (`from`). */
export const TICKET_REFERENCES = ['merged_into', 'merged_from', 'split_into', 'split_from', ...LINK_KINDS] as const;
export type TicketReference = (typeof TICKET_REFERENCES)[number];

/** What stands in a ticket's history when it changes. `field` is one of the tenant's own fields, told by its label. */
export const TRACKED_FIELDS = ['subject', 'status', 'priority', 'requester', 'assignee', 'team', 'tags', 'field', ...TICKET_REFERENCES] as const;
export type TrackedField = (typeof TRACKED_FIELDS)[number];

/** Bounds, in characters and counts, that both the forms and the API hold to. */
export const TICKET_LIMITS = { subject: 200, body: 50_000, tags: 20, tag: 40, mentions: 20 } as const;

/** What a field that a tenant adds to its tickets holds. Values: text, integer, decimal string, boolean, `YYYY-MM-DD`, one or several of `options`. */
export const FIELD_KINDS = ['text', 'integer', 'decimal', 'boolean', 'date', 'choice', 'choices'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** Kinds whose values are chosen from the field's options: one, or several. */
export const OPTION_KINDS = ['choice', 'choices'] as const satisfies FieldKind[];

/** The value of such a field as JSON has it. */
export type FieldValue = string | number | boolean | string[];

/** A number has at most 12 digits before and 6 behind the point. */
export const FIELD_LIMITS = { fields: 100, key: 40, label: 60, text: 500, options: 50, option: 60, integer: 999_999_999_999 } as const;
export const FIELD_KEY = /^[a-z][a-z0-9_]{0,39}$/;
export const FIELD_DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/;
