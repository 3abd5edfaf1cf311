import { EVENT_TYPES, type EventType } from '@kontor/contracts/events';
import { ROTATION_HOURS, WEBHOOK_LIMITS } from '@kontor/contracts/webhooks';
import { Choices, Text, Whole } from '../../platform/http/fields.ts';
import { PageQuery } from '../../platform/http/pagination.ts';

export class EndpointQuery extends PageQuery {}

const TYPES = { description: 'Events that are sent; none means every one, also those that are still to come.' };

export class CreateEndpointDto {
  @Text({ max: WEBHOOK_LIMITS.url, description: 'Where events are sent: https, on the public Internet.' })
  url: string;

  @Text({ min: 0, max: WEBHOOK_LIMITS.description, optional: true })
  description?: string;

  @Choices(EVENT_TYPES, { ...TYPES, optional: true })
  types?: EventType[];
}

export class UpdateEndpointDto {
  @Text({ max: WEBHOOK_LIMITS.url, optional: true, description: 'Who changes it becomes the owner of the endpoint.' })
  url?: string;

  @Text({ min: 0, max: WEBHOOK_LIMITS.description, optional: true })
  description?: string;

  @Choices(EVENT_TYPES, { ...TYPES, optional: true })
  types?: EventType[];
}

export class RotateDto {
  @Whole({ min: 0, max: ROTATION_HOURS.most, optional: true, description: 'Hours in which the secret until now signs, too; 24 where it is not said.' })
  overlapHours?: number;
}
