import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/statement.ts';
import type { Condition } from '../../platform/http/keyset.ts';
import { measureQueryTime } from '../../platform/telemetry/measure-query-time.ts';

/** A ticket with the words that were asked for; all of them in subject and requester is rank 1. */
export interface Match {
  id: string;
  rank: number;
}

/** Words that more tickets have than this are looked for ticket by ticket, in the order of the list. */
const MOST_MATCHES = 300;

const MATCHES = sql<Match>('SELECT ticket_id AS id, rank FROM gate.search($1, $2)');

/** Finds tickets by what is written on them. */
@Injectable()
export class TicketSearch {
  constructor(private readonly database: Database) {}

  /**
   * The tickets with all words of `asked`, among all of the workspace; undefined where there are too many. A member who
   * does not see all is answered undefined, too: how long it takes must not tell what the others hold.
   */
  async matches(asked: string): Promise<Match[] | undefined> {
    if (currentActor().visibility !== 'all') return undefined;
    const found = await measureQueryTime(() => this.database.query(MATCHES, [asked, MOST_MATCHES + 1]), { operation: 'ticket-search' });
    return found.length > MOST_MATCHES ? undefined : found;
  }

  /** What holds for the tickets `t` with all words of `asked`. */
  async condition(asked: string): Promise<Condition> {
    const found = await this.matches(asked);
    return found ? { text: 't.id = ANY(?::uuid[])', values: [found.map(({ id }) => id)], isAdHoc: true } : each(asked);
  }
}

/** Asked of one ticket after the other, in the order in which they are listed: of common words a page is soon full. */
export function each(asked: string): Condition {
  const text = '(SELECT s.document @@ (SELECT gate.search_query(?, NULL)) FROM ticket_search s WHERE s.ticket_id = t.id)';
  return { text, values: [asked] };
}
