import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';

let app: TestApp;
let client: Client;
let agent: Person;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  const tenant = await newTenant(app);
  [agent, owner] = [await tenant.join({ role: 'agent' }), await tenant.join({ role: 'owner' })];
  client = new Client({ connectionString: app.database.url('app') });
  await client.connect();
  await client.query(`SELECT set_config('kontor.tenant', $1, false), set_config('kontor.user', $2, false)`, [agent.tenantId, agent.id]);
});
afterAll(async () => {
  await client.end();
  await app.close();
});

/** What even our own code cannot do as the app role, should it be tricked into trying. */
const FORBIDDEN: [string, string, () => unknown[]][] = [
  [
    'open a session for a colleague',
    `INSERT INTO sessions (token_hash, tenant_id, user_id, expires_at) VALUES ('\\x01', $1, $2, now() + interval '1 day')`,
    () => [agent.tenantId, owner.id],
  ],
  ['give a session another token', `UPDATE sessions SET token_hash = '\\x02' WHERE user_id = $1`, () => [owner.id]],
  ['move a session to another tenant', 'UPDATE sessions SET tenant_id = gen_random_uuid() WHERE user_id = $1', () => [agent.id]],
  ['take another address', `UPDATE users SET email = 'owner@elsewhere.test' WHERE id = $1`, () => [agent.id]],
  ['move a member to another person', 'UPDATE memberships SET user_id = $1', () => [owner.id]],
  ['rewrite what happened', 'UPDATE events SET data = data', () => []],
  ['rewrite what was said', 'UPDATE ticket_messages SET body = body', () => []],
  ['write an audit of its own', `INSERT INTO audit_entries (at, action, actor_type, details, count) VALUES (now(), 'x', 'system', '{}', 1)`, () => []],
  ['rewrite the audit', 'UPDATE audit_entries SET action = action', () => []],
  ['see what was refused outside', 'SELECT 1 FROM outside_audit_entries', () => []],
  ['delete a ticket', 'DELETE FROM tickets', () => []],
  ['turn the rules off', 'ALTER TABLE tickets DISABLE ROW LEVEL SECURITY', () => []],
  ['become the gate', 'SET ROLE kontor_gate', () => []],
];

it.each(FORBIDDEN)('cannot %s', async (_, text, values) => {
  await expect(client.query(text, values())).rejects.toThrow(/permission denied|row-level security|must be owner/);
});

it("changes nothing of a colleague's account", async () => {
  const { rowCount } = await client.query(`UPDATE users SET name = 'Somebody else' WHERE id = $1`, [owner.id]);
  expect(rowCount).toBe(0);
});
