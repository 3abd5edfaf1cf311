/** What Kontor writes mail about, inside a workspace. */
export const MAIL_KINDS = ['invitation', 'assignment', 'mention', 'reply', 'test'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Kinds that may quote a ticket. */
export const MAIL_KINDS_OF_TICKETS = ['assignment', 'mention', 'reply'] as const satisfies readonly MailKind[];

/**
 * `queued` until it is tried, and between tries; `kept` where no mail server was configured; `failed` where it was refused
 * for good or tried in vain; `withdrawn` where what it was about no longer held before it was sent.
 */
export const MAIL_STATES = ['queued', 'sending', 'sent', 'failed', 'kept', 'withdrawn'] as const;
export type MailState = (typeof MAIL_STATES)[number];
/** States in which a mail may be sent again by hand. */
export const MAIL_STATES_TO_RETRY = ['failed', 'kept'] as const satisfies readonly MailState[];

/** What members may have sent to their own address, and whether they do until they say otherwise. */
export const MAILED_NOTIFICATIONS = { assigned: true, mentioned: true } as const;
export type MailedNotification = keyof typeof MAILED_NOTIFICATIONS;
