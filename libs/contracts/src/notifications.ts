/** Why a member is told of a ticket. */
export const NOTIFICATION_KINDS = ['assigned', 'mentioned', 'replied', 'noted'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What the inbox shows: what is unread, or everything that is not done with. */
export const NOTIFICATION_FILTERS = ['unread', 'all'] as const;
export type NotificationFilter = (typeof NOTIFICATION_FILTERS)[number];
