import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { Failure } from '../../../tools/lib/failure.ts';
import { passages } from './passages.ts';
import { CHANGES, CONTACTS, EVENTS, MESSAGES, PEOPLE, SEARCH, TAGS, TICKETS } from './seed-statements.ts';

export const TENANTS = 20;
const MEMBERS = 30;
const MESSAGES_A_TICKET = 4;
const PAGE_TICKETS = 100;
const EVENTS_KEPT = 1_000;

/** One member with a session. */
export interface Person {
  tenantId: string;
  userId: string;
  token: string;
}

/** What the load needs to know of the data. */
export interface Seeded {
  tickets: number;
  /** Members with the tenants in turn, so that the first 20 are of 20 tenants. */
  people: Person[];
  /** Tickets with a long conversation, by tenant. */
  pageTickets: Map<string, string[]>;
  /** The messages of any one tenant. */
  texts: string[];
  perTenant: { tickets: number; contacts: number };
  /** The last sequence number of `tickets:updates` in every tenant. */
  lastEvent: number;
}

/** Fills an empty, migrated database, as superuser. The rows fit together by construction, so no foreign key is checked. */
export async function seed(client: Client, ticketsPerTenant: number): Promise<Seeded> {
  await client.query('SET session_replication_role = replica');
  const contacts = Math.max(20, ticketsPerTenant / 10);
  const texts = passages(ticketsPerTenant * MESSAGES_A_TICKET);
  const kept = Math.min(EVENTS_KEPT, ticketsPerTenant);
  await client.query(PEOPLE, [TENANTS, MEMBERS]);
  await client.query(CONTACTS, [contacts]);
  await client.query(TICKETS, [ticketsPerTenant, MEMBERS, contacts]);
  await client.query(TAGS);
  await client.query(MESSAGES, [ticketsPerTenant - PAGE_TICKETS, texts]);
  await client.query(CHANGES, [ticketsPerTenant - PAGE_TICKETS]);
  await fillSearch(client);
  for (const statement of EVENTS) await client.query(statement, [ticketsPerTenant, kept]);
  const people = await openSessions(client);
  const pages = await client.query<{ tenant_id: string; ids: string[] }>(
    'SELECT tenant_id, array_agg(id::text) AS ids FROM tickets WHERE number > $1 GROUP BY tenant_id',
    [ticketsPerTenant - PAGE_TICKETS],
  );
  return {
    tickets: ticketsPerTenant * TENANTS,
    people,
    pageTickets: new Map(pages.rows.map(({ tenant_id, ids }) => [tenant_id, ids])),
    texts,
    perTenant: { tickets: ticketsPerTenant, contacts },
    lastEvent: kept,
  };
}

/** The triggers did not run: what they would have written is written set by set, and the index made afterwards. */
async function fillSearch(client: Client): Promise<void> {
  await client.query('SET maintenance_work_mem = 262144');
  const index = await client.query<{ made: string }>(`SELECT pg_get_indexdef('ticket_search_by_term'::regclass) AS made`);
  await client.query('DROP INDEX ticket_search_by_term');
  for (const statement of SEARCH) await client.query(statement);
  await requireAsTriggered(client);
  await client.query(index.rows[0]!.made);
}

/** @throws Failure where the build's own function makes another document of a ticket. */
async function requireAsTriggered(client: Client): Promise<void> {
  const { rows } = await client.query<{ tenant_id: string; ticket_id: string; document: string }>(
    'SELECT tenant_id, ticket_id, document::text FROM ticket_search ORDER BY tenant_id DESC, ticket_id LIMIT 5',
  );
  for (const { tenant_id, ticket_id, document } of rows) {
    await client.query('SELECT gate.search_index($1, $2)', [tenant_id, ticket_id]);
    const made = await client.query('SELECT 1 FROM ticket_search WHERE tenant_id = $1 AND ticket_id = $2 AND document::text = $3', [tenant_id, ticket_id, document]);
    if (made.rowCount !== 1) throw new Failure('The seeded search documents are not what the triggers would write.');
  }
}

async function openSessions(client: Client): Promise<Person[]> {
  const { rows } = await client.query<{ tenant_id: string; user_id: string }>(
    `SELECT tenant_id, user_id, row_number() OVER (PARTITION BY tenant_id ORDER BY user_id) AS place FROM memberships
     ORDER BY place, tenant_id`,
  );
  const people = rows.map(({ tenant_id, user_id }) => {
    return { tenantId: tenant_id, userId: user_id, token: `kst_${randomBytes(32).toString('base64url')}` };
  });
  await client.query(
    `INSERT INTO sessions (token_hash, tenant_id, user_id, expires_at)
     SELECT token_hash, tenant_id, user_id, now() + interval '1 day' FROM unnest($1::bytea[], $2::uuid[], $3::uuid[])
       AS opened (token_hash, tenant_id, user_id)`,
    [
      people.map(({ token }) => createHash('sha256').update(token).digest()),
      people.map(({ tenantId }) => tenantId),
      people.map(({ userId }) => userId),
    ],
  );
  return people;
}
