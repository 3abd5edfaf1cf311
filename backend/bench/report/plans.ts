import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import pg from 'pg';
import type * as Feeds from '../../src/platform/events/feed.ts';
import type * as Search from '../../src/tickets/search/ticket-search.ts';
import type * as Tickets from '../../src/tickets/tickets.queries.ts';
import type * as Timeline from '../../src/tickets/timeline.queries.ts';
import type * as Members from '../../src/users/members/members.queries.ts';
import { Failure } from '../../../tools/lib/failure.ts';
import type { ScratchCluster } from '../database/scratch-cluster.ts';

interface Asked {
  text: string;
  values: readonly unknown[];
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Node[];
}

/** Tables that grow with the work done; the planner may well read a small one whole. */
const LARGE = ['tickets', 'ticket_tags', 'ticket_messages', 'ticket_changes', 'ticket_search', 'contacts', 'events'];
const TIMELINE_START = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

const RELEVANCE = { sort: '-relevance', limit: 25 };

/**
 * Says by which indexes the statements of the scenarios read, as the app role in a tenant.
 * @throws Failure where a large table is read whole.
 */
export async function checkPlans({ urls, seeded }: ScratchCluster, signal: AbortSignal): Promise<void> {
  const { tenantId, userId } = seeded.people[0]!;
  const client = new pg.Client({ connectionString: urls.app });
  await client.connect();
  console.log('\nplans as kontor_app in a tenant');
  try {
    await client.query(`SELECT set_config('kontor.tenant', $1, false), set_config('kontor.user', $2, false)`, [tenantId, userId]);
    for (const [name, { text, values }] of await statements(seeded.pageTickets.get(tenantId)!)) {
      signal.throwIfAborted();
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`EXPLAIN (FORMAT JSON) ${text}`, values as unknown[]);
      print(name, nodesOf(rows[0]!['QUERY PLAN'][0].Plan));
    }
    await checkSearch(client);
  } finally {
    await client.end();
  }
}

/**
 * The statement inside `gate.search` has no plan that the app may see; by which index it read, the database tells.
 * @throws Failure where it reads every document.
 */
async function checkSearch(client: pg.Client): Promise<void> {
  await client.query('BEGIN');
  await client.query('SELECT FROM gate.search($1, $2)', ['delivery 12', 301]);
  const { rows } = await client.query<{ name: string; relkind: string }>(
    `SELECT relname AS name, relkind FROM pg_class WHERE pg_stat_get_xact_numscans(oid) > 0
       AND (oid = 'ticket_search'::regclass OR oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = 'ticket_search'::regclass))`,
  );
  await client.query('ROLLBACK');
  const indexes = rows.filter(({ relkind }) => relkind === 'i').map(({ name }) => name);
  console.log(`  ${'search'.padEnd(10)} ${indexes.join(', ')}`);
  if (indexes.length === 0 || indexes.length < rows.length) throw new Failure('search reads the whole table ticket_search.');
}

/** The statements of the build itself, as its services ask them. */
async function statements(ticketIds: string[]): Promise<[string, Asked][]> {
  const { TICKETS, TICKETS_BY_RECENCY, TICKETS_BY_RELEVANCE, TICKET } = await built<typeof Tickets>('tickets/tickets.queries.js');
  const { each } = await built<typeof Search>('tickets/search/ticket-search.js');
  const { timelineOf } = await built<typeof Timeline>('tickets/timeline.queries.js');
  const { MEMBERS } = await built<typeof Members>('users/members/members.queries.js');
  const { Feed } = await built<typeof Feeds>('platform/events/feed.js');
  const isOpen = [{ text: 't.status = ?', values: ['open'] }];
  const feed = new Feed({ permission: () => undefined } as never);
  return [
    ...(await asked('list', (source) => TICKETS(source, isOpen, { sort: '-createdAt', limit: 25 }))),
    ['ticket', { text: TICKET.text, values: [ticketIds[0]] }],
    ['timeline', { text: timelineOf({ userId: '', visibility: 'all', teamIds: [] }).statement.text, values: [ticketIds[0], ...TIMELINE_START, 26] }],
    ...(await asked('found', (source) => TICKETS_BY_RELEVANCE(source, [], RELEVANCE, [ticketIds, ticketIds.map(() => 1)]))),
    ...(await asked('walked', (source) => TICKETS_BY_RECENCY(source, [each('delivery')], RELEVANCE))),
    ...(await asked('members', (source) => MEMBERS(source, [], { sort: 'joinedAt', limit: 25 }))),
    ...(await asked('feed', (source) => feed.read(source as never, {} as never, 'tickets:updates', 500, 25))),
  ];
}

interface Source {
  query: <Row>(statement: { text: string }, values: readonly unknown[]) => Promise<Row[]>;
}

/** What `read` asks of a source that answers nothing. */
async function asked(name: string, read: (source: Source) => Promise<unknown>): Promise<[string, Asked][]> {
  const found: [string, Asked][] = [];
  const query: Source['query'] = ({ text }, values) => {
    found.push([name, { text, values }]);
    return Promise.resolve([]);
  };
  // Without an answer some fail; what they asked is known by then.
  await read({ query }).catch(() => undefined);
  return found;
}

function built<Module>(file: string): Promise<Module> {
  return import(pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', file)).href) as Promise<Module>;
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function print(name: string, nodes: Node[]): void {
  const indexes = [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))];
  const scanned = nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']);
  console.log(`  ${name.padEnd(10)} ${indexes.join(', ')}${scanned.length > 0 ? ` — whole: ${scanned.join(', ')}` : ''}`);
  const large = scanned.find((table) => LARGE.includes(table ?? ''));
  if (large) throw new Failure(`${name} reads the whole table ${large}.`);
}
