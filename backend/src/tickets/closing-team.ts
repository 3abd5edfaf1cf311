import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentActor } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { Events } from '../platform/events/events.ts';
import { TeamClosing } from '../users/teams/team-closing.ts';
import { ticketEvent } from './ticket.events.ts';
import { LEAVE_TO_NO_TEAM, TICKETS_BY_ID, ticketBody } from './tickets.queries.ts';

/** When a team is closed, its unsolved tickets are no team's, in the same transaction. */
@Injectable()
export class ClosingTeam implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly closing: TeamClosing,
  ) {}

  onModuleInit(): void {
    this.closing.react((teamId) => this.#leave(teamId));
  }

  async #leave(teamId: string): Promise<void> {
    const left = await this.database.query(LEAVE_TO_NO_TEAM, [teamId, currentActor().userId]);
    if (left.length === 0) return;
    const tickets = await this.database.query(TICKETS_BY_ID, [left.map(({ id }) => id)]);
    for (const ticket of tickets) this.events.append(ticketEvent('ticket_assigned', ticketBody(ticket)));
  }
}
