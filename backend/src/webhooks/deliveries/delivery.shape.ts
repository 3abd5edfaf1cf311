import { EVENT_TYPES } from '@kontor/contracts/events';
import { ATTEMPT_FAILURES, DELIVERY_STATES, WEBHOOK_TEST } from '@kontor/contracts/webhooks';
import { Instant, List, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../../platform/http/shapes.ts';

const DELIVERY = {
  /** The `webhook-id` of each attempt. */
  id: Uuid(),
  endpointId: Uuid(),
  type: OneOf([...EVENT_TYPES, WEBHOOK_TEST]),
  /** Null of a test. */
  channel: Nullable(Text()),
  seq: Nullable(Whole()),
  state: OneOf(DELIVERY_STATES),
  attempts: Whole(),
  /** Of the last attempt; null where none has been made, or none was answered. */
  status: Nullable(Whole()),
  failure: Nullable(OneOf(ATTEMPT_FAILURES)),
  /** Of the next attempt. */
  nextAt: Nullable(Instant()),
  createdAt: Instant(),
};

export const DeliveryShape = Shape('WebhookDelivery', DELIVERY);
export const DeliveryPage = Page('WebhookDeliveryPage', DeliveryShape);

export const DeliveryDetailShape = Shape('WebhookDeliveryDetail', {
  ...DELIVERY,
  /** The last ones, newest first. */
  log: List(
    Shape('WebhookAttempt', {
      number: Whole(),
      at: Instant(),
      milliseconds: Whole(),
      status: Nullable(Whole()),
      failure: Nullable(OneOf(ATTEMPT_FAILURES)),
      detail: Nullable(Text()),
      /** Beginning of the answer. */
      excerpt: Nullable(Text()),
    }),
  ),
});

export const ReplayShape = Shape('WebhookReplay', { count: Whole() });

export type DeliveryBody = Static<typeof DeliveryShape>;
export type DeliveryDetailBody = Static<typeof DeliveryDetailShape>;
