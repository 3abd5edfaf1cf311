import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../platform/clock.ts';
import { currentActor, currentContext } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { Events } from '../platform/events/events.ts';
import { NotFound } from '../platform/http/problems.ts';
import { checkVersion } from '../platform/http/versions.ts';
import { Ticket } from './ticket.entity.ts';
import { ticketEvent, type TicketEventType } from './ticket.events.ts';
import type { TicketBody } from './ticket.shape.ts';
import { mayEdit, visibleTo } from './tickets.policy.ts';
import { TicketReactions } from './ticket-reactions.ts';
import { TicketTimers } from './ticket-timers.ts';
import { ADD_CHANGES, TICKET, ticketBody } from './tickets.queries.ts';

/** How a ticket changes: locked, checked, saved with its history, and told. (A departing member leaves many at once: `UNASSIGN`.) */
@Injectable()
export class TicketChanges {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly reactions: TicketReactions,
    private readonly timers: TicketTimers,
    private readonly clock: Clock,
  ) {}

  /** The moment of a change. */
  now(): Date {
    return this.clock.now();
  }

  /** The ticket as it is shown. @throws NotFound also where the actor may not see it. */
  async read(id: string): Promise<TicketBody> {
    const row = await this.database.one(TICKET, [id]);
    if (!row || !visibleTo(currentActor(), row)) throw new NotFound();
    return ticketBody(row);
  }

  /** The ticket locked until the end. @throws NotFound, ProblemError VERSION_MISMATCH */
  async lock(id: string, seen: number | undefined): Promise<Ticket> {
    const manager = await this.database.entities();
    const ticket = await manager.findOne(Ticket, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!ticket || !visibleTo(currentActor(), ticket)) throw new NotFound();
    await checkVersion(seen, ticket.version, () => this.read(id));
    return ticket;
  }

  /** Tickets locked until the end, in the order of their ids, so that nobody waits in a circle; undefined for each that the actor may not see. */
  async lockSeen(ids: readonly string[]): Promise<(Ticket | undefined)[]> {
    const found = await this.lockAll(ids);
    const seen = new Map(found.filter((ticket) => visibleTo(currentActor(), ticket)).map((ticket) => [ticket.id, ticket]));
    return ids.map((id) => seen.get(id));
  }

  /** Tickets locked as above, for work that nobody asked for: no row rules hold. */
  async lockAll(ids: readonly string[]): Promise<Ticket[]> {
    const manager = await this.database.entities();
    return manager.find(Ticket, { where: { id: In([...ids]) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }

  /** Locks a ticket that may still be edited. @throws NotFound, ProblemError VERSION_MISMATCH, Conflict ILLEGAL_TRANSITION */
  async lockForEditing(id: string, seen: number | undefined): Promise<Ticket> {
    const ticket = await this.lock(id, seen);
    ticket.requireEditable(mayEdit(currentActor(), ticket));
    return ticket;
  }

  /** Saves the ticket with its history and appends the event; where nothing changed, nothing is told. */
  async save(ticket: Ticket, type: TicketEventType): Promise<TicketBody> {
    return ticket.changes.length === 0 ? this.shown(ticket.id) : this.touch(ticket, type);
  }

  /** Saves the ticket even where none of its own fields changed: something was added to it. */
  async touch(ticket: Ticket, type: TicketEventType, messageId?: string): Promise<TicketBody> {
    const { id, changes } = ticket;
    ticket.updatedAt = this.clock.now();
    await this.#write(ticket);
    const history = changes.length > 0 && [
      id,
      changes.map(({ field }) => field),
      changes.map(({ from }) => from),
      changes.map(({ to }) => to),
      currentContext().actor?.userId ?? null,
      changes.map(({ fieldId }) => fieldId ?? null),
    ];
    // Asked at once, so that both leave in one write.
    const [, body] = await Promise.all([history && this.database.query(ADD_CHANGES, history), this.shown(id)]);
    this.tell(type, body, messageId);
    if (changes.some(({ field }) => field === 'status')) await this.timers.set(ticket);
    const assigned = changes.find(({ field }) => field === 'assignee')?.to;
    if (assigned) await this.reactions.assigned(body, assigned);
    return body;
  }

  /** Appends the event; of a message only its id. */
  tell(type: TicketEventType, ticket: TicketBody, messageId?: string): void {
    this.events.append(ticketEvent(type, ticket, messageId));
  }

  /** Straight: `save` would first read the row, which is locked and known. The version rises with every update. */
  async #write(ticket: Ticket): Promise<void> {
    const manager = await this.database.entities();
    const { columns } = manager.connection.getMetadata(Ticket);
    const mutable = columns.filter(({ isUpdate, isPrimary, isVersion }) => isUpdate && !isPrimary && !isVersion);
    await manager.update(Ticket, { id: ticket.id }, Object.fromEntries(mutable.map((column) => [column.propertyName, column.getEntityValue(ticket) as unknown])));
  }

  /** What was just written, even where the change took it out of the actor's sight. */
  async shown(id: string): Promise<TicketBody> {
    return ticketBody((await this.database.one(TICKET, [id]))!);
  }
}
