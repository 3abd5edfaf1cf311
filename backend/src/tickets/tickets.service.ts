import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { currentActor, currentContext } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { Invalid } from '../platform/http/problems.ts';
import { AttachmentsService } from './attachments/attachments.service.ts';
import { TicketFieldsService } from './fields/ticket-fields.service.ts';
import { PartiesService } from './parties.service.ts';
import { preview } from './preview.ts';
import type { Ticket } from './ticket.entity.ts';
import { TicketTimers } from './ticket-timers.ts';
import { TicketChanges } from './ticket-changes.ts';
import type { TicketBody } from './ticket.shape.ts';
import type { CreateTicketDto, TransitionDto, UpdateTicketDto } from './tickets.dto.ts';
import { ADD_MESSAGE, ADD_TAGS, CREATE_TICKET, REMOVE_TAGS } from './tickets.queries.ts';

@Injectable()
export class TicketsService {
  constructor(
    private readonly database: Database,
    private readonly changes: TicketChanges,
    private readonly parties: PartiesService,
    private readonly attachments: AttachmentsService,
    private readonly fields: TicketFieldsService,
    private readonly timers: TicketTimers,
  ) {}

  read(id: string): Promise<TicketBody> {
    return this.changes.read(id);
  }

  async create({ subject, priority = 'normal', body, requester, tags = [], teamId, attachmentIds = [], fields }: CreateTicketDto): Promise<TicketBody> {
    if (attachmentIds.length > 0 && !body) throw Invalid.field('/body', 'REQUIRED', 'Must be given with files.');
    const { userId } = currentActor();
    const channel = currentContext().isFrontend ? 'web' : 'api';
    const contact = requester && (await this.parties.requireRequester(requester));
    if (teamId !== undefined) await this.parties.requireTeam(teamId);
    const values = await this.fields.valuesOfNew(fields);
    const id = uuidv7();
    // Asked at once and in this order, so that they leave in one write.
    const [, , , , ticket] = await Promise.all([
      this.database.query(CREATE_TICKET, [id, subject, priority, body ? preview(body) : null, contact?.id ?? null, userId, channel, teamId ?? null]),
      this.fields.fillNew(id, values),
      tags.length > 0 && this.database.query(ADD_TAGS, [id, tags]),
      body && this.#open([id, 'reply', contact ? null : userId, contact?.id ?? null, body], attachmentIds),
      this.changes.shown(id),
    ]);
    this.changes.tell('ticket_created', ticket);
    return ticket;
  }

  async update(id: string, { subject, priority, requester, tags, fields }: UpdateTicketDto, seen: number | undefined): Promise<TicketBody> {
    const ticket = await this.changes.lockForEditing(id, seen);
    if (subject !== undefined) ticket.rename(subject);
    if (priority !== undefined) ticket.prioritise(priority);
    if (requester === null) ticket.requestedBy(null);
    else if (requester) ticket.requestedBy((await this.parties.requireRequester(requester)).id);
    if (tags) {
      const { tags: before } = await this.changes.shown(id);
      // Both sorted here: the database may order by another collation, and order alone is no change.
      ticket.retag([...before].sort(), [...tags].sort());
      await this.database.query(REMOVE_TAGS, [id]);
      await this.database.query(ADD_TAGS, [id, tags]);
    }
    if (fields) await this.fields.fill(ticket, fields);
    return this.changes.save(ticket, 'ticket_updated');
  }

  async transition(id: string, { status, until }: TransitionDto, seen: number | undefined): Promise<TicketBody> {
    const ticket = await this.changes.lock(id, seen);
    const now = this.changes.now();
    ticket.moveTo(status, now);
    if (until !== undefined && this.#wait(ticket, until, now) && ticket.changes.length === 0) {
      await this.timers.set(ticket);
      return this.changes.touch(ticket, 'ticket_updated');
    }
    if (status === 'solved') await this.fields.requireComplete(ticket);
    return this.changes.save(ticket, 'ticket_status_changed');
  }

  #wait(ticket: Ticket, until: string | null, now: Date): boolean {
    if (ticket.status !== 'pending') throw Invalid.field('/until', 'UNKNOWN_FIELD', 'Goes with pending only.');
    const at = until === null ? null : new Date(until);
    if (at && at <= now) throw Invalid.field('/until', 'INVALID_VALUE', 'Must lie ahead.');
    return ticket.waitUntil(at);
  }

  /** Writes the first message, which takes the files. */
  async #open(message: readonly unknown[], attachmentIds: readonly string[]): Promise<void> {
    const written = await this.database.one(ADD_MESSAGE, message);
    await this.attachments.claim(written!.id, attachmentIds);
  }
}
