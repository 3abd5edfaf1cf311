import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactMerging } from '../../contacts/merging/contact-merging.ts';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Events } from '../../platform/events/events.ts';
import { ticketEvent } from '../ticket.events.ts';
import { TICKETS_BY_ID, ticketBody } from '../tickets.queries.ts';
import { GIVE_BACK_MESSAGES, GIVE_BACK_PARTICIPANTS, GIVE_MESSAGES, GIVE_PARTICIPANTS, GIVE_TICKETS } from './merging-requester.queries.ts';

/** When two contacts become one, so does what they asked for and said; and back again. */
@Injectable()
export class MergingRequester implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly merging: ContactMerging,
  ) {}

  onModuleInit(): void {
    this.merging.react({
      name: 'tickets',
      move: (from, to) => this.#give(null, from, to),
      moveBack: async (ids, from, to) => void (await this.#give(ids, from, to)),
    });
    this.merging.react({
      name: 'messages',
      move: async (from, to) => (await this.database.query(GIVE_MESSAGES, [from, to])).map(({ id }) => id),
      moveBack: async (ids, from, to) => void (await this.database.query(GIVE_BACK_MESSAGES, [from, to, ids])),
    });
    this.merging.react({
      name: 'participants',
      move: async (from, to) => (await this.database.query(GIVE_PARTICIPANTS, [from, to])).map(({ id }) => id),
      moveBack: async (ids, from, to) => void (await this.database.query(GIVE_BACK_PARTICIPANTS, [from, to, ids])),
    });
  }

  async #give(ids: string[] | null, from: string, to: string): Promise<string[]> {
    const given = (await this.database.query(GIVE_TICKETS, [from, to, ids, currentActor().userId])).map(({ id }) => id);
    if (given.length === 0) return given;
    const tickets = await this.database.query(TICKETS_BY_ID, [given]);
    for (const ticket of tickets) this.events.append(ticketEvent('ticket_updated', ticketBody(ticket)));
    return given;
  }
}
