import { Injectable } from '@nestjs/common';
import { WEBHOOK_TEST } from '@kontor/contracts/webhooks';
import { AsMember } from '../../platform/access/as-member.ts';
import { Feed } from '../../platform/events/feed.ts';
import { Forbidden } from '../../platform/http/problems.ts';
import { currentContext } from '../../platform/context.ts';
import type { Due, Outcome } from './deliveries.queries.ts';

/** What is sent: the envelope as the owner of the endpoint may see it at the moment, by the rules of the change feed. */
@Injectable()
export class Message {
  constructor(
    private readonly members: AsMember,
    private readonly feed: Feed,
  ) {}

  /** The text of the message, or why there is none. */
  async of({ id, endpointId, channel, seq, createdAt, ownerId }: Due, tenantId: string): Promise<string | Outcome> {
    if (channel === null || seq === null) return JSON.stringify({ id, type: WEBHOOK_TEST, version: 1, occurredAt: createdAt, data: { endpointId } });
    try {
      const { events } = await this.members.run({ tenantId, userId: ownerId }, (actor) => this.feed.read(currentContext().unit!, actor, channel, seq - 1, 1), { reading: true });
      const event = events.find((found) => found.seq === seq);
      return event ? JSON.stringify(event) : { failure: 'GONE', detail: 'The event is no longer kept.' };
    } catch (error) {
      if (error instanceof Forbidden) return { failure: 'FORBIDDEN', detail: error.message };
      throw error;
    }
  }
}
