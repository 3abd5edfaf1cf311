import type { Pool } from 'pg';
import { FEED, FEED_STATE, LAST_MESSAGE, LIST, MEMBERS, TICKET, TIMELINE } from './statements.ts';
import { entryOf, eventOf, memberOf, pageOf, ticketOf } from './shapes.ts';

type Row = Record<string, unknown>;

/** What the bare server answers to reads. Nothing is checked beyond what the statement needs. */
export class Reads {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async list(tenantId: string, status: string, limit: number): Promise<Row> {
    const { rows } = await this.#pool.query<Row>({ ...LIST(limit + 1), values: [tenantId, status] });
    return pageOf(rows, limit, '-createdAt', 'created_at', ticketOf);
  }

  async ticket(tenantId: string, id: string): Promise<Row | undefined> {
    const { rows } = await this.#pool.query<Row>({ ...TICKET, values: [tenantId, id] });
    return rows[0] && ticketOf(rows[0]);
  }

  async timeline(tenantId: string, id: string, limit: number): Promise<Row | undefined> {
    const [ticket, { rows }, last] = await Promise.all([
      this.#pool.query<Row>({ ...TICKET, values: [tenantId, id] }),
      this.#pool.query<Row>({ ...TIMELINE, values: [tenantId, id, limit + 1] }),
      this.#pool.query<Row>({ ...LAST_MESSAGE, values: [tenantId, id] }),
    ]);
    return ticket.rows[0] && { ...pageOf(rows, limit, 'timeline', 'at', entryOf), lastMessageId: last.rows[0]?.['id'] ?? null };
  }

  async members(tenantId: string, limit: number): Promise<Row> {
    const { rows } = await this.#pool.query<Row>({ ...MEMBERS, values: [tenantId, limit + 1] });
    return pageOf(rows, limit, 'joinedAt', 'joined_at', memberOf);
  }

  async feed(tenantId: string, channel: string, after: number, limit: number): Promise<Row> {
    const [state, { rows }] = await Promise.all([
      this.#pool.query<Row>({ ...FEED_STATE, values: [tenantId, channel] }),
      this.#pool.query<Row>({ ...FEED, values: [tenantId, channel, after, limit] }),
    ]);
    const { head, epoch } = state.rows[0]!;
    const items = rows.map((row) => eventOf(row, epoch));
    const nextCursor = items.length === limit ? String(items.at(-1)!['seq']) : null;
    return { items, nextCursor, seq: head, epoch };
  }
}
