import { Injectable } from '@nestjs/common';
import { onConstraint } from '../platform/http/constraints.ts';
import { Invalid, NotFound } from '../platform/http/problems.ts';
import { MembersService } from '../users/members/members.service.ts';
import { TeamsService } from '../users/teams/teams.service.ts';
import type { Ticket } from './ticket.entity.ts';
import { TicketChanges } from './ticket-changes.ts';
import type { TicketBody } from './ticket.shape.ts';
import type { AssignDto } from './tickets.dto.ts';

onConstraint('tickets_assignee', () => Invalid.field('/assigneeId', 'NOT_FOUND', 'Is not a member here.'));
onConstraint('tickets_team', () => Invalid.field('/teamId', 'NOT_FOUND', 'Is not a team here.'));

/** Whose a ticket is: a member's, a team's, both or nobody's. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly changes: TicketChanges,
    private readonly members: MembersService,
    private readonly teams: TeamsService,
  ) {}

  async assign(id: string, { assigneeId, teamId }: AssignDto, seen: number | undefined): Promise<TicketBody> {
    if (assigneeId === undefined && teamId === undefined) throw Invalid.field('/assigneeId', 'REQUIRED', 'Give an assignee, a team or both.');
    // Asked at once, and in this order everywhere: member, team and ticket are locked so that nobody waits in a circle.
    await Promise.all([this.changes.read(id), assigneeId && this.#requireMember(assigneeId), teamId && requireTeam(this.teams, teamId)]);
    const ticket = await this.changes.lockForEditing(id, seen);
    if (teamId !== undefined && teamId !== ticket.teamId) await this.#handTo(ticket, teamId);
    if (assigneeId !== undefined) ticket.assignTo(assigneeId);
    return this.changes.save(ticket, 'ticket_assigned');
  }

  /** An assignee who is not in the new team does not keep the ticket. */
  async #handTo(ticket: Ticket, teamId: string | null): Promise<void> {
    ticket.handTo(teamId);
    if (teamId === null || ticket.assigneeId === null) return;
    if (!(await this.teams.includes(teamId, ticket.assigneeId))) ticket.assignTo(null);
  }

  async #requireMember(userId: string): Promise<void> {
    try {
      await this.members.requireActive(userId);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      throw Invalid.field('/assigneeId', 'NOT_FOUND', 'Is not an active member here.');
    }
  }
}

/** @throws Invalid for a team that is not here or is closed. */
export async function requireTeam(teams: TeamsService, teamId: string): Promise<void> {
  try {
    await teams.requireOpen(teamId);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw Invalid.field('/teamId', 'NOT_FOUND', 'Is not a team here.');
  }
}
