import type { Pool, PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Session } from './session.ts';
import { eventOf, ticketOf } from './shapes.ts';
import { APPEND_EVENT, CREATE_TICKET, TICKET } from './statements.ts';

type Row = Record<string, unknown>;
const CHANNEL = 'tickets:updates';

export interface Created {
  ticket: Row;
  event: Row;
}

/** Ticket, counters and event in one transaction, each statement awaited as one writes it with pg. */
export async function createTicket(pool: Pool, session: Session, epoch: string, { subject, priority = 'normal' }: Row): Promise<Created> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const id = uuidv7();
    await client.query({ ...CREATE_TICKET, values: [session.tenantId, id, subject, priority, session.userId] });
    const { rows } = await client.query<Row>({ ...TICKET, values: [session.tenantId, id] });
    const ticket = ticketOf(rows[0]!);
    const appended = await client.query<Row>(append(session, ticket));
    await client.query('COMMIT');
    return { ticket, event: toldOf(appended.rows[0]!, session, epoch, ticket) };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** The same in two round trips, over connections in pipeline mode: for `--bare-pipelined`. */
export async function createTicketPipelined(pool: Pool, session: Session, epoch: string, body: Row): Promise<Created> {
  const client = await pool.connect();
  try {
    return await inTwoFlights(client, session, epoch, body);
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function inTwoFlights(client: PoolClient, session: Session, epoch: string, { subject, priority = 'normal' }: Row): Promise<Created> {
  const id = uuidv7();
  const [, , { rows }] = await Promise.all([
    client.query('BEGIN'),
    client.query({ ...CREATE_TICKET, values: [session.tenantId, id, subject, priority, session.userId] }),
    client.query<Row>({ ...TICKET, values: [session.tenantId, id] }),
  ]);
  const ticket = ticketOf(rows[0]!);
  const [appended] = await Promise.all([client.query<Row>(append(session, ticket)), client.query('COMMIT')]);
  return { ticket, event: toldOf(appended.rows[0]!, session, epoch, ticket) };
}

function append({ tenantId, userId }: Session, ticket: Row) {
  return { ...APPEND_EVENT, values: [tenantId, CHANNEL, 'ticket_created', userId, JSON.stringify(ticket)] };
}

function toldOf(row: Row, { userId }: Session, epoch: string, data: Row): Row {
  return eventOf({ ...row, channel: CHANNEL, type: 'ticket_created', actor_type: 'user', actor_id: userId, data }, epoch);
}
