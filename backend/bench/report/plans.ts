import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import pg from 'pg';
import { Failure } from '../../../tools/lib/failure.ts';
import type { ScratchCluster } from '../database/scratch-cluster.ts';

interface Asked {
  text: string;
  values: readonly unknown[];
}
type Ask = (statement: { text: string }, values: readonly unknown[]) => Promise<[]>;
type List = (ask: Ask, conditions: { text: string; values: unknown[] }[], sort: string, query: { limit: number }) => Promise<unknown>;

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Node[];
}

const TIMELINE_START = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** Says by which indexes the statements of the scenarios read as the app role in a tenant. @throws Failure for a scan of `tickets` and its like. */
export async function checkPlans({ urls, seeded }: ScratchCluster, signal: AbortSignal): Promise<void> {
  const { tenantId, userId } = seeded.people[0]!;
  const client = new pg.Client({ connectionString: urls.app });
  await client.connect();
  console.log('\nplans as kontor_app in a tenant');
  try {
    await client.query(`SELECT set_config('kontor.tenant', $1, false), set_config('kontor.user', $2, false)`, [tenantId, userId]);
    for (const [name, { text, values }] of await statements(seeded.pageTickets.get(tenantId)![0]!)) {
      signal.throwIfAborted();
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`EXPLAIN (FORMAT JSON) ${text}`, values as unknown[]);
      print(name, nodesOf(rows[0]!['QUERY PLAN'][0].Plan));
    }
  } finally {
    await client.end();
  }
}

/** The statements of the build itself, as the services ask them. */
async function statements(ticketId: string): Promise<[string, Asked][]> {
  const tickets = await built<{ TICKETS: List; TICKET: Asked }>('tickets/tickets.queries.js');
  const { TIMELINE } = await built<{ TIMELINE: Asked }>('tickets/timeline.queries.js');
  const { MEMBERS } = await built<{ MEMBERS: List }>('users/members/members.queries.js');
  const feed = `SELECT * FROM events e WHERE e.channel = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3`;
  return [
    ['list', await asked(tickets.TICKETS, [{ text: 't.status = ?', values: ['open'] }], '-createdAt')],
    ['ticket', { text: tickets.TICKET.text, values: [ticketId] }],
    ['timeline', { text: TIMELINE.text, values: [ticketId, ...TIMELINE_START, 26] }],
    ['members', await asked(MEMBERS, [], 'joinedAt')],
    ['feed', { text: feed, values: ['tickets:updates', 500, 25] }],
  ];
}

async function asked(list: List, conditions: { text: string; values: unknown[] }[], sort: string): Promise<Asked> {
  const found: Asked[] = [];
  await list((statement, values) => (found.push({ text: statement.text, values }), Promise.resolve([])), conditions, sort, { limit: 25 });
  return found[0]!;
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
  const large = scanned.find((table) => table !== 'memberships' && table !== 'users');
  if (large) throw new Failure(`${name} reads the whole table ${large}.`);
}
