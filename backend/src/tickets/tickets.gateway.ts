import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.ts';
import { currentActor } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { UpdatesChannel, type ChannelGateway } from '../platform/events/channels.ts';
import type { Condition } from '../platform/http/keyset.ts';
import type { TicketBody } from './ticket.shape.ts';
import { OWNED } from './tickets.queries.ts';
import { ownedBy, visibleTo, visibleWhere } from './tickets.policy.ts';

/** `tickets:updates`: members who see only their own tickets or their teams' get the others redacted. */
@Injectable()
@UpdatesChannel('tickets:updates')
export class TicketsGateway implements ChannelGateway {
  constructor(private readonly database: Database) {}

  seesAll(actor: Actor): boolean {
    return actor.visibility === 'all';
  }

  sees(actor: Actor, data: Record<string, unknown>): boolean {
    // What fields a workspace has everybody may know.
    if ('requiredToSolve' in data) return true;
    const { assignee = null, createdBy = null, team = null } = data as Partial<TicketBody>;
    return visibleTo(actor, ownedBy({ assignee, createdBy, team }));
  }

  seesNow(actor: Actor): Condition {
    const { text, values } = visibleWhere(actor)!;
    // Of no ticket are the fields.
    return { text: `coalesce((SELECT ${text} FROM tickets t WHERE t.id = e.subject_id), e.type IN ('field_created', 'field_updated'))`, values };
  }

  async admits(id: string): Promise<boolean> {
    const ticket = await this.database.one(OWNED, [id]);
    return ticket !== undefined && visibleTo(currentActor(), ticket);
  }
}
