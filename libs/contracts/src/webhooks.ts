/** Whether an endpoint is called. */
export const ENDPOINT_STATES = ['active', 'disabled'] as const;
export type EndpointState = (typeof ENDPOINT_STATES)[number];

/** Why it is not: a member turned it off, its owner left, it answered 410, or it failed through a whole schedule. */
export const DISABLED_REASONS = ['member', 'departed', 'gone', 'failing'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** `failed` is for good, unless somebody replays it. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * Why an attempt failed: an answer that is not 2xx, none in time, no connection, no address of that name, an address that
 * is not called, an event that the owner of the endpoint may not read, or one that is no longer kept.
 */
export const ATTEMPT_FAILURES = ['STATUS', 'TIMEOUT', 'UNREACHABLE', 'UNRESOLVED', 'REFUSED', 'FORBIDDEN', 'GONE'] as const;
export type AttemptFailure = (typeof ATTEMPT_FAILURES)[number];

/** Seconds between each attempt and the one before; the first is at once. */
export const WEBHOOK_SCHEDULE = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

/** The event that a test sends. No channel carries it. */
export const WEBHOOK_TEST = 'webhook_test';

/** Hours in which the secret before the last one signs, too. */
export const ROTATION_HOURS = { usual: 24, most: 168 } as const;

export const WEBHOOK_LIMITS = { url: 2_048, description: 200, endpoints: 50, replayed: 10_000 } as const;

/** Who can send webhooks to Kontor, as they stand in the address. */
export const WEBHOOK_PROVIDERS = ['standard'] as const;
export type WebhookProviderName = (typeof WEBHOOK_PROVIDERS)[number];

/** What became of what came. */
export const RECEIPT_STATES = ['waiting', 'done', 'refused'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** Of the secret of a sender, as bytes; of a message; and of what stands in one. */
export const INCOMING_LIMITS = { name: 80, connections: 50, fewestSecretBytes: 24, mostSecretBytes: 64, bytes: 262_144, messageId: 255, thread: 200 } as const;
