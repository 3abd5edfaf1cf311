import { Injectable } from '@nestjs/common';
import { Invalid } from '../platform/http/problems.ts';
import { PartiesService } from './parties.service.ts';
import type { Ticket } from './ticket.entity.ts';
import { TicketChanges } from './ticket-changes.ts';
import type { TicketBody } from './ticket.shape.ts';
import type { AssignDto } from './tickets.dto.ts';

/** Whose a ticket is: a member's, a team's, both or nobody's. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly changes: TicketChanges,
    private readonly parties: PartiesService,
  ) {}

  async assign(id: string, { assigneeId, teamId }: AssignDto, seen: number | undefined): Promise<TicketBody> {
    if (assigneeId === undefined && teamId === undefined) throw Invalid.field('/assigneeId', 'REQUIRED', 'Give an assignee, a team or both.');
    // Asked at once, and in this order everywhere: member, team and ticket are locked so that nobody waits in a circle.
    await Promise.all([this.changes.read(id), assigneeId && this.parties.requireAssignee(assigneeId), teamId && this.parties.requireTeam(teamId)]);
    const ticket = await this.changes.lockForEditing(id, seen);
    if (teamId !== undefined && teamId !== ticket.teamId) await this.#handTo(ticket, teamId);
    if (assigneeId !== undefined) ticket.assignTo(assigneeId);
    return this.changes.save(ticket, 'ticket_assigned');
  }

  /** An assignee who is not in the new team does not keep the ticket. */
  async #handTo(ticket: Ticket, teamId: string | null): Promise<void> {
    ticket.handTo(teamId);
    if (teamId === null || ticket.assigneeId === null) return;
    if (!(await this.parties.isInTeam(ticket.assigneeId, teamId))) ticket.assignTo(null);
  }
}
