import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentActor } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { Events } from '../platform/events/events.ts';
import { MemberDeparture } from '../users/members/member-departure.ts';
import { ticketEvent } from './ticket.events.ts';
import { TICKETS_BY_ID, ticketBody, UNASSIGN } from './tickets.queries.ts';

/** When a member leaves, their unsolved tickets are nobody's again, in the same transaction. */
@Injectable()
export class DepartingAssignee implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly departure: MemberDeparture,
  ) {}

  onModuleInit(): void {
    this.departure.react((userId) => this.#unassign(userId));
  }

  async #unassign(userId: string): Promise<void> {
    const unassigned = await this.database.query(UNASSIGN, [userId, currentActor().userId]);
    if (unassigned.length === 0) return;
    const tickets = await this.database.query(TICKETS_BY_ID, [unassigned.map(({ id }) => id)]);
    for (const ticket of tickets) this.events.append(ticketEvent('ticket_assigned', ticketBody(ticket)));
  }
}
