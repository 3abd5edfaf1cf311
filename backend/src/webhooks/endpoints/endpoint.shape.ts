import { EVENT_TYPES } from '@kontor/contracts/events';
import { DISABLED_REASONS, ENDPOINT_STATES } from '@kontor/contracts/webhooks';
import { Instant, List, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../../platform/http/shapes.ts';

const ENDPOINT = {
  id: Uuid(),
  url: Text(),
  description: Text(),
  /** Empty where it is sent every event. */
  types: List(OneOf(EVENT_TYPES)),
  /** It is sent what this member may see. */
  owner: Shape('WebhookOwner', { id: Uuid(), name: Text() }),
  state: OneOf(ENDPOINT_STATES),
  /** Only while it is disabled. */
  disabledReason: Nullable(OneOf(DISABLED_REASONS)),
  /** Until when the secret before the last one signs, too. */
  previousSecretUntil: Nullable(Instant()),
  version: Whole(),
  createdAt: Instant(),
};

export const EndpointShape = Shape('WebhookEndpoint', ENDPOINT);

/** The secret is told this once. */
export const EndpointWithSecretShape = Shape('WebhookEndpointWithSecret', { ...ENDPOINT, secret: Text() });

export const EndpointPage = Page('WebhookEndpointPage', EndpointShape);

export type EndpointBody = Static<typeof EndpointShape>;
export type EndpointWithSecretBody = Static<typeof EndpointWithSecretShape>;
