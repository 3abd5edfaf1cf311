import { ENDPOINT_STATES, RECEIPT_STATES, WEBHOOK_PROVIDERS } from '@kontor/contracts/webhooks';
import { Instant, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../../platform/http/shapes.ts';

const CONNECTION = {
  id: Uuid(),
  provider: OneOf(WEBHOOK_PROVIDERS),
  name: Text(),
  /** What comes is done in this member's name, by this member's rights. */
  owner: Shape('ConnectionOwner', { id: Uuid(), name: Text() }),
  state: OneOf(ENDPOINT_STATES),
  /** Where it is sent to, below the address of the API. */
  path: Text(),
  /** Until when the secret before the last one is taken, too. */
  previousSecretUntil: Nullable(Instant()),
  version: Whole(),
  createdAt: Instant(),
};

export const ConnectionShape = Shape('WebhookConnection', CONNECTION);
/** The secret is told this once. */
export const ConnectionWithSecretShape = Shape('WebhookConnectionWithSecret', { ...CONNECTION, secret: Text() });
export const ConnectionPage = Page('WebhookConnectionPage', ConnectionShape);

export const ReceiptPage = Page(
  'WebhookReceiptPage',
  Shape('WebhookReceipt', {
    id: Uuid(),
    /** The `webhook-id` that the sender gave it. */
    messageId: Text(),
    state: OneOf(RECEIPT_STATES),
    /** Why it was refused. */
    problem: Nullable(Text()),
    ticket: Nullable(Shape('ReceiptTicket', { id: Uuid(), number: Whole() })),
    receivedAt: Instant(),
  }),
);

export type ConnectionBody = Static<typeof ConnectionShape>;
export type ConnectionWithSecretBody = Static<typeof ConnectionWithSecretShape>;
export type ReceiptBody = Static<typeof ReceiptPage>['items'][number];
