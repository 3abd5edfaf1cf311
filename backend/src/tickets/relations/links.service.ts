import { Injectable } from '@nestjs/common';
import { OPPOSITE_LINKS, type LinkKind } from '@kontor/contracts/tickets';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Events } from '../../platform/events/events.ts';
import { onConstraint } from '../../platform/http/constraints.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/problems.ts';
import { TicketChanges } from '../ticket-changes.ts';
import { ticketEvent } from '../ticket.events.ts';
import { mayEdit } from '../tickets.policy.ts';
import type { LinkDto } from './relations.dto.ts';
import { IS_ANCESTOR, LINK, NOTE_LINK, PARTICIPANTS, relationsOf, STAND_IN_LINE, UNLINK, type RelationRow } from './relations.queries.ts';
import type { RelatedTicketBody, RelationsBody } from './relations.shape.ts';

const taken = (detail: string) => () => new Conflict(detail, 'CONFLICT', { errors: [{ pointer: '/ticketId', code: 'TAKEN', message: detail }] });
onConstraint('ticket_links_pkey', taken('These tickets are linked already.'));
onConstraint('ticket_links_one_a_pair', taken('These tickets are linked already.'));
onConstraint('ticket_links_one_parent', taken('A ticket has at most one parent.'));

/** How tickets stand to each other. */
@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly changes: TicketChanges,
    private readonly events: Events,
  ) {}

  async relations(id: string): Promise<RelationsBody> {
    const { statement, values } = relationsOf(currentActor(), id);
    const [, rows, participants] = await Promise.all([
      this.changes.read(id),
      this.database.query(statement, values),
      this.database.query(PARTICIPANTS, [id]),
    ]);
    return {
      mergedInto: rows.filter(({ relation }) => relation === 'merged_into').map(related)[0] ?? null,
      mergedFrom: rows.filter(({ relation }) => relation === 'merged_from').map(related),
      links: rows.flatMap(({ relation: kind, ...row }) => (kind === 'merged_into' || kind === 'merged_from' ? [] : [{ kind, ticket: row }])),
      participants,
    };
  }

  async link(id: string, { ticketId, kind }: LinkDto): Promise<RelationsBody> {
    await this.#lockBoth(id, ticketId);
    const isFirst = kind === 'parent' || kind === 'duplicate_of' || kind === 'related';
    const [first, second, stored] = isFirst ? [id, ticketId, kind] : [ticketId, id, OPPOSITE_LINKS[kind]];
    if (stored === 'parent') await this.#requireNoCircle(first, second);
    await this.database.query(LINK, [first, second, stored]);
    return this.#tell('ticket_linked', id, ticketId, kind);
  }

  async unlink(id: string, ticketId: string): Promise<RelationsBody> {
    await this.#lockBoth(id, ticketId);
    const removed = await this.database.one(UNLINK, [id, ticketId]);
    if (!removed) throw Invalid.field('/ticketId', 'NOT_FOUND', 'Is not linked to this ticket.');
    return this.#tell('ticket_unlinked', id, ticketId, removed.kind);
  }

  async #lockBoth(id: string, ticketId: string): Promise<void> {
    await this.database.query(STAND_IN_LINE);
    const [ticket, other] = await this.changes.lockSeen([id, ticketId]);
    if (!ticket) throw new NotFound();
    if (!other) throw Invalid.field('/ticketId', 'NOT_FOUND', 'Is not a ticket here.');
    if (ticket === other) throw Invalid.field('/ticketId', 'INVALID_VALUE', 'Is this ticket.');
    ticket.requireEditable(mayEdit(currentActor(), ticket));
  }

  async #requireNoCircle(child: string, parent: string): Promise<void> {
    if (await this.database.one(IS_ANCESTOR, [parent, child])) throw taken('A ticket cannot be its own ancestor.')();
  }

  async #tell(type: 'ticket_linked' | 'ticket_unlinked', id: string, ticketId: string, kind: LinkKind): Promise<RelationsBody> {
    const isNew = type === 'ticket_linked';
    await this.database.query(NOTE_LINK, [id, ticketId, kind, OPPOSITE_LINKS[kind], currentActor().userId, isNew]);
    for (const one of [id, ticketId]) this.events.append(ticketEvent(type, await this.changes.shown(one)));
    return this.relations(id);
  }
}

function related({ relation: _, ...ticket }: RelationRow): RelatedTicketBody {
  return ticket;
}
