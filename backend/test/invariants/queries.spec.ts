import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { AppModule } from '../../src/app.module.ts';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';
import { statementsOf, type Asked } from '../support/statements.ts';

let app: TestApp;
let few: Person;
let many: Person;
/** Of the workspace of many, who sees what is their teams'. */
let narrow: Person;
let ticket: string;
let bare: string;
beforeAll(async () => {
  // Without a worker, who would have the hands full with what is filled in.
  app = await startApp({}, (settings) => AppModule.with({ ...settings, roles: new Set(['api', 'realtime']) }));
  few = await (await newTenant(app)).join({ role: 'owner' });
  const tenant = await newTenant(app);
  many = await tenant.join({ role: 'owner' });
  narrow = await tenant.join({ visibility: 'team' });
  bare = bodyOf<TicketBody>(await few.post('/tickets', { subject: 'One', requester: { email: 'a@b.test' } })).id;
  await fill(many);
  // Beside other tenants, so that reading everything costs more than an index does.
  for (let n = 0; n < 5; n += 1) await fill(await (await newTenant(app)).join({ role: 'owner' }));
  await ballast(many.tenantId);
  await behind(app, 'ANALYZE');
  ticket = bodyOf<{ items: TicketBody[] }>(await many.get('/tickets?number=1')).items[0]!.id;
}, 120_000);
afterAll(() => app.close());

/** 2,000 tickets with tags, contacts and, at the first of them, a long story; 100 colleagues. */
async function fill({ tenantId, id }: Person): Promise<void> {
  const people = `INSERT INTO users (email, name) SELECT 'p' || n || '-' || $1::uuid::text, 'Person ' || n FROM generate_series(1, 100) n`;
  await behind(app, people, [tenantId]);
  await behind(app, `INSERT INTO memberships (tenant_id, user_id, role) SELECT $1::uuid, id, 'agent' FROM users WHERE email LIKE 'p%-' || $1::uuid::text`, [tenantId]);
  await behind(app, `INSERT INTO contacts (tenant_id, name, email) SELECT $1::uuid, 'C' || n, 'c' || n || '@b.test' FROM generate_series(1, 500) n`, [tenantId]);
  await behind(app, `INSERT INTO companies (tenant_id, name, name_key) SELECT $1::uuid, 'Company ' || n, 'company ' || n FROM generate_series(1, 300) n`, [tenantId]);
  await behind(app, `INSERT INTO company_terms (tenant_id, term, company_id) SELECT tenant_id, term, id FROM companies, regexp_split_to_table(name_key, ' ') term WHERE tenant_id = $1`, [tenantId]);
  await behind(app, `UPDATE contacts c SET name_key = lower(c.name), external_id = c.name, company_id = (SELECT k.id FROM companies k WHERE k.tenant_id = c.tenant_id AND k.name = 'Company ' || length(c.name) + ascii(right(c.name, 1))) WHERE tenant_id = $1`, [tenantId]);
  await behind(app, `INSERT INTO contact_addresses (tenant_id, contact_id, kind, place, value, key) SELECT tenant_id, id, kind, 0, CASE kind WHEN 'email' THEN email ELSE '0' || n END, CASE kind WHEN 'email' THEN email ELSE '0' || n END
    FROM (SELECT *, 10000 + row_number() OVER () AS n FROM contacts WHERE tenant_id = $1) c, unnest(ARRAY['email', 'phone']) kind`, [tenantId]);
  await behind(app, `INSERT INTO contact_terms (tenant_id, term, contact_id) SELECT tenant_id, term, id FROM contacts, unnest(ARRAY[name_key, email, 'b', 'test']) term WHERE tenant_id = $1`, [tenantId]);
  await behind(app, `INSERT INTO contact_changes (tenant_id, contact_id, field, new_value, actor_type, actor_id) SELECT tenant_id, id, 'name', name, 'user', $2::uuid FROM contacts, generate_series(1, 3) WHERE tenant_id = $1`, [tenantId, id]);
  await behind(app, `INSERT INTO tickets (tenant_id, number, subject, status, priority, requester_id, assignee_id, created_by, created_at, updated_at)
    SELECT $1::uuid, n, 'Ticket ' || n, (ARRAY['new','open','pending','hold','solved','closed'])[1 + n % 6], (ARRAY['low','normal','high','urgent'])[1 + n % 4],
      contacts.ids[1 + n % 500], members.ids[1 + n % 100], $2::uuid, now() - n * interval '1 minute', now() - n * interval '7 seconds'
    FROM generate_series(1, 2000) n, (SELECT array_agg(id) AS ids FROM contacts WHERE tenant_id = $1) contacts,
      (SELECT array_agg(user_id) AS ids FROM memberships WHERE tenant_id = $1) members`, [tenantId, id]);
  await behind(app, `INSERT INTO ticket_tags (tenant_id, ticket_id, tag) SELECT tenant_id, id, tag FROM tickets, unnest(ARRAY['a', 't' || number % 20]) tag WHERE tenant_id = $1`, [tenantId]);
  await behind(app, `INSERT INTO ticket_messages (tenant_id, ticket_id, kind, member_id, body) SELECT tenant_id, t.id, 'reply', $2::uuid, 'x' FROM tickets t, generate_series(1, CASE number WHEN 1 THEN 300 ELSE 2 END) WHERE tenant_id = $1`, [tenantId, id]);
  await behind(app, `INSERT INTO attachments (tenant_id, id, uploaded_by, message_id, position, name, type, size, sha256)
    SELECT tenant_id, uuidv7(), $2::uuid, m.id, n, 'a.png', 'image/png', 1, repeat('0', 64) FROM ticket_messages m, generate_series(0, 1) n WHERE tenant_id = $1`, [tenantId, id]);
  await behind(app, `INSERT INTO ticket_changes (tenant_id, ticket_id, field, old_value, new_value, actor_type, actor_id) SELECT tenant_id, t.id, 'assignee', NULL, $2::uuid::text, 'user', $2::uuid FROM tickets t, generate_series(1, CASE number WHEN 1 THEN 100 ELSE 2 END) WHERE tenant_id = $1`, [tenantId, id]);
  await behind(app, `INSERT INTO ticket_followers (tenant_id, ticket_id, user_id) SELECT tenant_id, t.id, u.id FROM tickets t, users u WHERE tenant_id = $1 AND (number = 1 AND u.email LIKE 'p%-' || $1::text OR number % 40 = 0 AND u.id = $2)`, [tenantId, id]);
  await behind(app, `INSERT INTO message_mentions (tenant_id, message_id, user_id) SELECT tenant_id, id, $2::uuid FROM ticket_messages WHERE tenant_id = $1`, [tenantId, id]);
  await behind(app, `INSERT INTO notifications (tenant_id, user_id, kind, ticket_id, actor_id, at, read_at) SELECT tenant_id, $2::uuid, 'replied', t.id, $2::uuid, now() - number * interval '1 minute', CASE WHEN number % 2 = 0 THEN now() END FROM tickets t WHERE tenant_id = $1`, [tenantId, id]);
  await behind(app, `INSERT INTO canned_answers (tenant_id, name, shortcut, body) SELECT $1::uuid, 'Answer ' || n, 'a' || n, 'x' FROM generate_series(1, 300) n`, [tenantId]);
  await behind(app, `INSERT INTO audit_entries (tenant_id, at, action, actor_type, actor_id, subject_type, subject_id, details, count)
    SELECT $1::uuid, now() - n * interval '1 minute', (ARRAY['signed_in', 'signed_out', 'refused', 'member_updated'])[1 + n % 4], 'user', members.ids[1 + n % 100], 'member', members.ids[1 + n % 90], '{}', 1
    FROM generate_series(1, 3000) n, (SELECT array_agg(user_id) AS ids FROM memberships WHERE tenant_id = $1) members`, [tenantId]);
  await behind(app, `INSERT INTO operations (tenant_id, user_id, kind, state, parameters) SELECT $1::uuid, members.ids[1 + n % 100], 'ticket_bulk', 'done', '{}'
    FROM generate_series(1, 1000) n, (SELECT array_agg(user_id) AS ids FROM memberships WHERE tenant_id = $1) members`, [tenantId]);
  await behind(app, `INSERT INTO ticket_links (tenant_id, ticket_id, other_id, kind) SELECT tenant_id, id, lead(id) OVER (ORDER BY number), 'related' FROM tickets WHERE tenant_id = $1 ORDER BY number LIMIT 1900`, [tenantId]);
  await behind(app, `INSERT INTO ticket_participants (tenant_id, original_ticket_id, ticket_id, contact_id) SELECT t.tenant_id, t.id, first.id, t.requester_id FROM tickets t, tickets first WHERE t.tenant_id = $1 AND t.number > 1900 AND first.tenant_id = $1 AND first.number = 1`, [tenantId]);
  await behind(app, `INSERT INTO ticket_fields (tenant_id, key, label, kind, position) SELECT $1::uuid, 'f' || n, 'F', (ARRAY['integer', 'text', 'choices'])[n], n FROM generate_series(1, 3) n`, [tenantId]);
  await behind(app, `INSERT INTO ticket_field_values (tenant_id, field_id, ticket_id, text_value, number_value) SELECT t.tenant_id, f.id, t.id, CASE f.key WHEN 'f1' THEN NULL ELSE 'v' || number % 50 END, CASE f.key WHEN 'f1' THEN number END FROM tickets t JOIN ticket_fields f ON f.tenant_id = t.tenant_id WHERE t.tenant_id = $1`, [tenantId]);
  await behind(app, `INSERT INTO events (tenant_id, channel, seq, type, actor_type, data) SELECT $1::uuid, 'tickets:updates', n, 'ticket_updated', 'system', '{}' FROM generate_series(1, 1000) n`, [tenantId]);
  await behind(app, `INSERT INTO ticket_views (tenant_id, name, filter, sort, layout, place) SELECT $1::uuid, 'View ' || n, '{"field":"tags","op":"has","value":["t3"]}', '-createdAt', 'list', n FROM generate_series(1, 150) n`, [tenantId]);
  await behind(app, `INSERT INTO event_counters (tenant_id, channel, seq) VALUES ($1, 'tickets:updates', 1000)`, [tenantId]);
  await behind(app, `INSERT INTO relay_cursors (tenant_id, channel, seq) VALUES ($1, 'tickets:updates', 1000) ON CONFLICT (tenant_id, channel) DO UPDATE SET seq = 1000`, [tenantId]);
}

/** 500 more tenants with 40 people each, so that tables which hold little per tenant are large, too. */
async function ballast(besides: string): Promise<void> {
  await behind(app, `INSERT INTO tenants (name, slug, time_zone, locale) SELECT 'B', 'ballast-' || n, 'UTC', 'en' FROM generate_series(1, 500) n`);
  await behind(app, `INSERT INTO users (email, name) SELECT 'ballast-' || n, 'B' FROM generate_series(1, 20000) n`);
  await behind(app, `INSERT INTO memberships (tenant_id, user_id, role) SELECT t.id, u.id, 'agent' FROM
    (SELECT id, row_number() OVER () n FROM tenants WHERE slug LIKE 'ballast-%') t JOIN (SELECT id, row_number() OVER () n FROM users WHERE email LIKE 'ballast-%') u ON u.n % 500 = t.n % 500`);
  await behind(app, `INSERT INTO teams (tenant_id, name) SELECT id, 'Team ' || n FROM tenants, generate_series(1, 20) n`);
  await behind(app, `INSERT INTO team_members (tenant_id, team_id, user_id) SELECT m.tenant_id, e.id, m.user_id FROM memberships m
    CROSS JOIN LATERAL (SELECT id FROM teams WHERE tenant_id = m.tenant_id AND m.user_id IS NOT NULL ORDER BY random() LIMIT 1) e`);
  await behind(app, `UPDATE tickets t SET team_id = (SELECT e.id FROM teams e WHERE e.tenant_id = t.tenant_id AND e.name = 'Team ' || (1 + t.number % 20))`);
  await behind(app, `INSERT INTO invitations (tenant_id, email, role, token_hash, expires_at) SELECT id, n || '@guest.test', 'agent', sha256((id::text || n)::bytea), now() + '1 day' FROM tenants, generate_series(1, 20) n`);
  await behind(app, `INSERT INTO mails (tenant_id, kind, recipient, locale, content, message_id, state, created_at) SELECT id, 'reply', n || '@guest.test', 'en', '{"number": 1, "subject": "Oven"}', n::text, CASE WHEN n % 20 = 0 THEN 'failed' ELSE 'sent' END, now() - n * interval '1 minute' FROM tenants, generate_series(1, 40) n`);
  await behind(app, `INSERT INTO sessions (token_hash, tenant_id, user_id, expires_at) SELECT sha256(user_id::text::bytea), tenant_id, user_id, now() + '1 day' FROM memberships WHERE tenant_id <> $1`, [besides]);
  await behind(app, `WITH made AS (INSERT INTO sessions (token_hash, tenant_id, user_id, expires_at, is_key)
      SELECT sha256((m.user_id::text || n)::bytea), m.tenant_id, m.user_id, 'infinity', true FROM memberships m, generate_series(1, 3) n WHERE m.tenant_id <> $1 RETURNING id, tenant_id, user_id)
    INSERT INTO api_keys (id, tenant_id, user_id, name, scopes, created_by) SELECT id, tenant_id, user_id, 'K', '{events:read}', user_id FROM made`, [besides]);
  await behind(app, `INSERT INTO ticket_fields (tenant_id, key, label, kind, position) SELECT id, 'g' || n, 'G', 'text', 3 + n FROM tenants, generate_series(1, 10) n`);
  await behind(app, `INSERT INTO event_counters (tenant_id, channel, seq) SELECT id, channel, 0 FROM tenants, unnest(ARRAY['contacts:updates', 'users:updates']) channel ON CONFLICT DO NOTHING`);
}

const LISTS = [
  '/tickets?limit=100', '/tickets?limit=50&status=open&sort=-createdAt', '/tickets?status=new,open&priority=high,urgent', '/tickets?sort=-updatedAt', '/tickets?sort=number',
  '/tickets?sort=-priority', '/tickets?assignee=me&status=open', '/tickets?assignee=none', '/tickets?tag=t3', '/tickets?number=7', '/tickets?createdAfter=2020-01-01&createdBefore=2099-01-01', '/tickets?q=ticket', '/tickets?q=1234', '/tickets?q=ticket+7&sort=-relevance', '/tickets?q=ticket&sort=-relevance',
  '/tickets?updatedAfter=2026-01-01&sort=updatedAt', '/tickets?count=true&status=open', '/tickets/tags', '/ticket-views', '/ticket-views/counts',
  `/tickets?filter=${encodeURIComponent('{"any":[{"field":"tags","op":"hasNot","value":["t3"]},{"all":[{"field":"assignee","op":"is","value":["me"]},{"field":"createdAt","op":"after","value":"2026-01-01"}]}]}')}`,
  '/members?limit=100', '/members?sort=-joinedAt&role=agent', '/members?status=active&sort=name', '/contacts?limit=100',
  '/fields',
  '/contacts?sort=-createdAt', '/contacts?email=c3@b.test', '/contacts?count=true', '/events?channel=tickets:updates&after=1&limit=100', '/auth/sessions', '/auth/session',
  '/contacts?sort=-updatedAt', '/contacts?q=c30', '/contacts?q=c3@b.te&count=true', '/contacts?q=comp', '/contacts?externalId=C3', '/contacts?archived=true', '/contacts/duplicates', '/companies?limit=100', '/companies?q=company%2030&sort=-createdAt',
  '/tickets?team=mine', '/tickets?team=none&status=open', '/teams?limit=100&count=true', '/api-keys?limit=100', '/api-keys?state=active&sort=createdAt', '/invitations?state=open', '/mails?limit=100&count=true', '/mails?state=failed', '/mails?kind=reply&sort=createdAt', '/members?q=person',
  '/notifications?limit=100', '/notifications?filter=all', '/notifications/unread', '/canned-answers?limit=100',
  '/audit-entries?limit=100', '/audit-entries?action=refused', '/audit-entries?action=signed_in,signed_out&sort=at', '/audit-entries?from=2026-01-01&to=2099-01-01',
  '/operations?limit=100', '/reports/days', '/reports/times', '/reports/times?by=agent', '/reports/times?by=team', '/reports/times?by=tag',
];

/** By a field of the workspace's own, which is looked up first. */
const BY_OWN_FIELD = [
  `/tickets?filter=${encodeURIComponent('{"field":"field:f1","op":"atLeast","value":1900}')}`,
  `/tickets?filter=${encodeURIComponent('{"field":"field:f3","op":"has","value":["v7"]}')}`,
];

describe('the number of statements of a request', () => {
  const count = async (person: Person, path: string) => {
    await person.get(path);
    return (await statementsOf(() => Promise.resolve(person.get(path)))).length;
  };

  it.each(LISTS)('does not grow with the rows of %s', async (path) => {
    const events = path.replace('after=1&', '');
    const [small, large] = [await count(few, events), await count(many, events)];
    expect(large).toBe(small);
    // A search is a flight of its own, before the list of what it found; so are the views, before they are counted.
    expect(large).toBeLessThanOrEqual(/q=|counts/.test(path) ? 8 : path.includes('count=true') ? 5 : 6);
  });

  it('does not grow with the length of a conversation', async () => {
    expect(await count(many, `/tickets/${ticket}/timeline?limit=100`)).toBe(await count(few, `/tickets/${bare}/timeline?limit=100`));
  });

  it('does not grow with the followers of a ticket', async () => {
    expect(await count(many, `/tickets/${ticket}/followers`)).toBe(await count(few, `/tickets/${bare}/followers`));
  });

  it('does not grow with tags of a new ticket, or the tickets of who leaves', async () => {
    const create = async (tags: string[]) => (await statementsOf(() => Promise.resolve(few.post('/tickets', { subject: 'x', tags }).expect(201)))).length;
    expect(await create(Array.from({ length: 20 }, (_, n) => `t${n}`))).toBe(await create(['t']));
  });

  it('would be found growing', async () => {
    const asked = await statementsOf(async () => {
      for (const path of ['/tickets', '/tickets']) await few.get(path);
    });
    expect(asked.length).toBe(2 * (await count(few, '/tickets')));
  });
});

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Filter?: string;
  Plans?: PlanNode[];
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** Read from end to end, or by an index that does not know the one row that is asked for. */
function isWhole(node: PlanNode): boolean {
  const isOne = /\bid = /;
  // The index of merged tickets holds few: that the planner reads it whole for one of them is as good.
  const isLateFiltered = isOne.test(node.Filter ?? '') && !isOne.test(node['Index Cond'] ?? '') && node['Index Name'] !== 'tickets_by_merge';
  return node['Relation Name'] !== 'instance' && (node['Node Type'] === 'Seq Scan' || isLateFiltered);
}

/** Tables that a plan reads whole. */
async function sequential(asked: Asked[]): Promise<string[]> {
  const client = new Client({ connectionString: app.database.url('app') });
  await client.connect();
  const found: string[] = [];
  for (const { text, values } of asked.filter(({ text: sql }) => /^\s*(SELECT|WITH)/i.test(sql) && !/gate\./.test(sql))) {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('kontor.tenant', $1, true), set_config('kontor.user', $2, true)`, [many.tenantId, many.id]);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`EXPLAIN (FORMAT JSON) ${text}`, values);
    await client.query('ROLLBACK');
    found.push(...nodesOf(rows[0]!['QUERY PLAN'][0].Plan).filter(isWhole).map((node) => node['Relation Name']!));
  }
  await client.end();
  return found;
}

describe('every list, as the app role under its tenant, reads by index', () => {
  it.each([...LISTS, ...BY_OWN_FIELD, 'timeline', 'relations', 'contact', 'company', 'page'])('%s', async (list) => {
    const first = await many.get('/tickets?limit=2');
    const contact = bodyOf<{ items: { id: string; company: { id: string } }[] }>(await many.get('/contacts?q=c30')).items[0]!;
    const path = { contact: `/contacts/${contact.id}/timeline`, company: `/companies/${contact.company.id}/timeline`, timeline: `/tickets/${ticket}/timeline`, relations: `/tickets/${ticket}/relations`, page: `/tickets?limit=2&cursor=${bodyOf<{ nextCursor: string }>(first).nextCursor}` }[list] ?? list;
    const asked = await statementsOf(() => Promise.resolve(many.get(path).expect(200)));
    expect(asked.length).toBeGreaterThan(1);
    expect(await sequential(asked)).toEqual([]);
  });

  it('the feed also where each ticket has to be looked up', async () => {
    const asked = await statementsOf(() => Promise.resolve(narrow.get('/events?channel=tickets:updates&after=1&limit=100').expect(200)));
    expect(asked.some(({ text }) => /FROM tickets/.test(text))).toBe(true);
    expect(await sequential(asked)).toEqual([]);
  });

  it('and one that does not is found', async () => {
    expect(await sequential([{ text: `SELECT 1 FROM tickets WHERE subject LIKE '%x%'`, values: [] }, { text: 'SELECT 1 FROM users', values: [] }])).not.toEqual([]);
  });

  it('words by their index, inside the gate function, as its role', async () => {
    const client = new Client({ connectionString: app.database.superuserUrl });
    await client.connect();
    const { rows: [source] } = await client.query<{ prosrc: string }>(`SELECT prosrc FROM pg_proc WHERE oid = 'gate.search(text, integer)'::regprocedure`);
    const query = /ids := ARRAY\(([^;]+)\);/.exec(source!.prosrc)![1]!;
    const words = `gate.search_query('ticket 1234', NULL)`;
    const asked = query.replace(/= tenant\b/, '= $1').replace(/@@ (ahead|anywhere)/g, `@@ ${words}`).replace('LIMIT most', 'LIMIT 301');
    await client.query(`SELECT set_config('kontor.tenant', $1, false)`, [many.tenantId]);
    await client.query('SET ROLE kontor_gate');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${asked}`, [many.tenantId]);
    await client.end();
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Bitmap Index Scan on ticket_search_by_term/);
  });

  it('one status, newest first, comes in order from the index by status, unsorted', async () => {
    const asked = await statementsOf(() => Promise.resolve(many.get('/tickets?status=open').expect(200)));
    const { text, values } = asked.find(({ text: sql }) => sql.includes('FROM tickets'))!;
    const client = new Client({ connectionString: app.database.url('app') });
    await client.connect();
    await client.query(`SELECT set_config('kontor.tenant', $1, false)`, [many.tenantId]);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
    await client.end();
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Index Scan Backward using tickets_by_status on tickets t/);
    expect(plan.split('SubPlan')[0]).not.toMatch(/Sort/);
  });
});
