import { Injectable } from '@nestjs/common';
import { TICKET_LIMITS } from '@kontor/contracts/tickets';
import { Invalid } from '../../platform/http/problems.ts';
import type { Result } from '../../platform/operations/operation-items.ts';
import { AssignmentService } from '../assignment.service.ts';
import { TicketChanges } from '../ticket-changes.ts';
import type { TicketBody } from '../ticket.shape.ts';
import { TicketsService } from '../tickets.service.ts';
import type { BulkChangesDto } from './bulk.dto.ts';

/** Several changes of one ticket, all or none. */
@Injectable()
export class TicketChanger {
  constructor(
    private readonly tickets: TicketsService,
    private readonly assignment: AssignmentService,
    private readonly changes: TicketChanges,
  ) {}

  /** Who it is assigned to first, since what is solved needs somebody; its status last, since what is closed stays as it is. */
  async change(id: string, { assigneeId, teamId, status, priority, addTags, removeTags }: BulkChangesDto): Promise<Result> {
    const from = this.changes.now();
    let shown: TicketBody | undefined;
    if (assigneeId !== undefined || teamId !== undefined) shown = await this.assignment.assign(id, { assigneeId, teamId }, undefined);
    if (priority !== undefined) shown = await this.tickets.update(id, { priority }, undefined);
    if (addTags ?? removeTags) shown = await this.tickets.update(id, { tags: await this.#tagsOf(id, addTags, removeTags) }, undefined);
    if (status !== undefined) shown = await this.tickets.transition(id, { status }, undefined);
    return { outcome: shown && Date.parse(shown.updatedAt) >= from.getTime() ? 'changed' : 'skipped' };
  }

  /** @throws Invalid where these are more than a ticket may have */
  async #tagsOf(id: string, added: readonly string[] = [], removed: readonly string[] = []): Promise<string[]> {
    await this.changes.lockForEditing(id, undefined);
    const present = new Set((await this.changes.shown(id)).tags);
    for (const tag of removed) present.delete(tag);
    for (const tag of added) present.add(tag);
    if (present.size > TICKET_LIMITS.tags) throw Invalid.field('/addTags', 'TOO_LONG', `A ticket has at most ${TICKET_LIMITS.tags} tags.`);
    return [...present];
  }
}
