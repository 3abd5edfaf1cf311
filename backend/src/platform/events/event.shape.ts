import { CHANNEL_NAMES, EVENT_TYPES } from '@kontor/contracts/events';
import { Type } from 'typebox';
import { Anything, Flag, Instant, List, Nullable, OneOf, Shape, Text, Uuid, Whole } from '../http/shapes.ts';

export const EventShape = Shape('Event', {
  id: Uuid(),
  seq: Whole(),
  epoch: Text(),
  channel: OneOf(CHANNEL_NAMES),
  type: OneOf(EVENT_TYPES),
  version: Whole(),
  occurredAt: Instant(),
  actor: Shape('EventActor', { type: OneOf(['user', 'contact', 'system']), id: Nullable(Uuid()) }),
  /** The resource as REST gives it; its shape follows from the type. */
  data: Anything(),
  redacted: Type.Optional(Flag()),
});

export const EventPageShape = Shape('EventPage', {
  items: List(EventShape),
  nextCursor: Nullable(Text()),
  seq: Whole(),
  epoch: Text(),
});
