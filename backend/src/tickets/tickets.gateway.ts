import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.ts';
import { UpdatesChannel, type ChannelGateway } from '../platform/events/channels.ts';
import type { TicketBody } from './ticket.shape.ts';
import { visibleTo } from './tickets.policy.ts';

/** `tickets:updates`: members who see only their own tickets or their teams' get the others redacted. */
@Injectable()
@UpdatesChannel('tickets:updates')
export class TicketsGateway implements ChannelGateway {
  seesAll(actor: Actor): boolean {
    return actor.visibility === 'all';
  }

  sees(actor: Actor, data: Record<string, unknown>): boolean {
    const { assignee, createdBy, team } = data as Partial<TicketBody>;
    return visibleTo(actor, { assigneeId: assignee?.id ?? null, createdById: createdBy?.id ?? null, teamId: team?.id ?? null });
  }
}
