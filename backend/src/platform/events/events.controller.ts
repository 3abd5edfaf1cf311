import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CHANNEL_NAMES, EVENT_TYPES, type Channel, type EventType } from '@kontor/contracts/events';
import { CanWithScope } from '../access/decorators.ts';
import { currentActor, currentContext } from '../context.ts';
import { Answers } from '../http/answers.ts';
import { OneOf, OneOrMoreQuery, WholeQuery } from '../http/fields.ts';
import { Invalid } from '../http/problems.ts';
import { Channels } from './channels.ts';
import { EventPageShape } from './event.shape.ts';
import { Feed, requireComplete } from './feed.ts';

class FeedQuery {
  @OneOf(CHANNEL_NAMES, { description: 'The channel to read.' })
  channel: Channel;

  @WholeQuery({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'The last sequence number already seen.' })
  after: number = 0;

  @WholeQuery({ min: 1, max: 100, description: 'Events on a page, 25 by default.' })
  limit: number = 25;

  @OneOrMoreQuery(EVENT_TYPES, { description: 'Only events of these types.' })
  types?: EventType[];
}

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly feed: Feed,
    private readonly channels: Channels,
  ) {}

  /** The change feed: what happened on a channel after a sequence number, in order, 7 days back. */
  @Get()
  @CanWithScope('events:read')
  @Answers(EventPageShape)
  async list(@Query() { channel, after, limit, types }: FeedQuery) {
    if (!this.channels.has(channel)) throw Invalid.field('?channel', 'INVALID_VALUE', 'Is not a channel here.');
    const page = await this.feed.read(currentContext().unit!, currentActor(), channel, after, limit);
    requireComplete(page);
    const last = page.events.at(-1)?.seq ?? after;
    return {
      items: types ? page.events.filter((event) => types.includes(event.type)) : page.events,
      nextCursor: page.events.length === limit ? String(last) : null,
      seq: page.head,
      epoch: page.epoch,
    };
  }
}
