import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { Invalid, NotFound } from '../../platform/http/problems.ts';
import { checkVersion } from '../../platform/http/versions.ts';
import { preview } from '../preview.ts';
import { TicketChanges } from '../ticket-changes.ts';
import type { Ticket } from '../ticket.entity.ts';
import type { TicketBody } from '../ticket.shape.ts';
import { HOLDER, MOVE_ALL, MOVE_BACK, NEWEST_REPLY, STAND_IN_LINE } from './relations.queries.ts';

/** Two tickets become one, and two again. */
@Injectable()
export class MergeService {
  constructor(
    private readonly database: Database,
    private readonly changes: TicketChanges,
  ) {}

  /** Moves all that was said to the other ticket; this one then only points to it. */
  async merge(id: string, into: string, seen: number | undefined): Promise<TicketBody> {
    await this.database.query(STAND_IN_LINE);
    const [source, target] = await this.changes.lockSeen([id, into]);
    if (!source) throw new NotFound();
    await checkVersion(seen, source.version, () => this.changes.read(id));
    if (!target) throw Invalid.field('/into', 'NOT_FOUND', 'Is not a ticket here.');
    source.mergeInto(target);
    await this.database.query(MOVE_ALL, [id, into]);
    return this.#save('ticket_merged', source, target);
  }

  /** Takes what was said here, and on tickets merged into this one, back from where it is; what was said since stays there. */
  async unmerge(id: string, seen: number | undefined): Promise<TicketBody> {
    await this.database.query(STAND_IN_LINE);
    const end = await this.database.one(HOLDER, [id]);
    const [ticket, holder] = await this.changes.lockSeen([id, end?.id ?? id]);
    if (!ticket) throw new NotFound();
    await checkVersion(seen, ticket.version, () => this.changes.read(id));
    // Who may not see where the messages are cannot take them from there.
    if (!holder) throw ticket.refusal();
    ticket.unmergeFrom(holder);
    await this.database.query(MOVE_BACK, [id, holder.id]);
    await this.#preview(ticket);
    return this.#save('ticket_unmerged', ticket, holder);
  }

  async #save(type: 'ticket_merged' | 'ticket_unmerged', ticket: Ticket, holder: Ticket): Promise<TicketBody> {
    await this.#preview(holder);
    await this.changes.touch(holder, 'ticket_updated');
    return this.changes.touch(ticket, type);
  }

  async #preview(ticket: Ticket): Promise<void> {
    const newest = await this.database.one(NEWEST_REPLY, [ticket.id]);
    ticket.preview = newest ? preview(newest.body) : null;
  }
}
