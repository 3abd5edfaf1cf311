import { EVENT_TYPES, type EventType } from '@kontor/contracts/events';
import { DELIVERY_STATES, WEBHOOK_TEST, type DeliveryState } from '@kontor/contracts/webhooks';
import { Flag, InstantField, InstantQuery, OneOrMoreQuery } from '../../platform/http/fields.ts';
import { PageQuery } from '../../platform/http/pagination.ts';

export class DeliveryQuery extends PageQuery {
  @OneOrMoreQuery(DELIVERY_STATES)
  state?: DeliveryState[];

  @OneOrMoreQuery([...EVENT_TYPES, WEBHOOK_TEST])
  type?: (EventType | typeof WEBHOOK_TEST)[];

  @InstantQuery({ description: 'Only what happened then or later.' })
  from?: string;

  @InstantQuery({ description: 'Only what happened before.' })
  until?: string;
}

export class ReplayDto {
  @InstantField({ description: 'What happened then or later.' })
  from: string;

  @InstantField({ optional: true, description: 'And before; up to now where it is not said.' })
  until?: string;

  @Flag({ optional: true, description: 'Also what has been delivered; else only what has failed.' })
  delivered?: boolean;
}
