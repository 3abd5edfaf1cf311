import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { copyTemplate, type Database } from '../support/databases.ts';

/** All that can be learnt or done before a tenant is known. A longer list is a wider door. */
const GATE = [
  'accept_invitation(hash bytea, person_name text, password_hash text)',
  'add_service_member(service_name text, role text, visibility text)',
  'api_key(hash bytea)',
  'ask_password_reset(address text)',
  'challenge(hash bytea)',
  'credential(address text)',
  'enter(session uuid, version integer)',
  'enter_operation(tenant uuid, operation uuid, lease bytea)',
  'invitation(hash bytea)',
  'issue_password_reset(reset uuid, hash bytea)',
  'password(person uuid)',
  'password_reset(hash bytea)',
  'record_audit(entries jsonb)',
  'redeem_realtime_token(hash bytea)',
  'search(asked text, most integer)',
  'search_query(asked text, kind text)',
  'session(token_hash bytea)',
  'standing(session_ids uuid[], versions integer[])',
  'use_password_reset(hash bytea)',
  'webhook_connection(connection uuid)',
  'webhooks_behind()',
  'workspaces(person uuid)',
];

/** What those, and triggers, call. */
const WITHIN = [
  'audit_stays()',
  'search_addresses()',
  'search_contact()',
  'search_index(tenant uuid, ticket uuid)',
  'search_message()',
  'search_moved()',
  'search_stem(word text)',
  'search_terms(tenant uuid, body text, kinds text[])',
  'search_ticket()',
];

const FUNCTIONS = `SELECT proname || '(' || pg_get_function_identity_arguments(oid) || ')' AS name, prosecdef AS definer,
  pg_get_userbyid(proowner) AS owner, proconfig AS config,
  ARRAY(SELECT DISTINCT CASE grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(grantee)::text END FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) ORDER BY 1) AS callers
  FROM pg_proc WHERE pronamespace = 'gate'::regnamespace ORDER BY 1`;

let database: Database;
let client: Client;
beforeAll(async () => {
  database = await copyTemplate();
  client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const gate = async () => (await client.query<{ name: string }>(FUNCTIONS)).rows;
const closed = { definer: true, owner: 'kontor_gate', config: ['search_path=pg_catalog, pg_temp'], callers: ['kontor_app', 'kontor_gate'] };

describe('gate functions', () => {
  it('are the written ones, closed alike', async () => {
    const within = WITHIN.map((name) => ({ name, ...closed, callers: ['kontor_gate'] }));
    expect(await gate()).toEqual([...GATE.map((name) => ({ name, ...closed })), ...within].sort((a, b) => (a.name < b.name ? -1 : 1)));
  });

  it('would be found open', async () => {
    await client.query(`BEGIN; CREATE FUNCTION gate.peek() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.tickets'`);
    expect((await gate()).find(({ name }) => name === 'peek()')).toMatchObject({ definer: false, owner: 'postgres', config: null, callers: ['postgres', 'public'] });
    await client.query('ROLLBACK');
  });

  it('are not led astray by types and functions of the caller', async () => {
    // A real database refuses the app temporary objects altogether; a copy of the template does not.
    const app = new Client({ connectionString: database.url('app') });
    await app.connect();
    await app.query(`CREATE FUNCTION pg_temp.spy(value pg_catalog.text) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'hijacked %', current_user; END $$`);
    for (const type of ['uuid', 'text', 'bytea', 'timestamptz']) {
      await app.query(`CREATE DOMAIN pg_temp.${type} AS pg_catalog.text CHECK (pg_temp.spy(VALUE))`);
    }
    const found: string[] = [];
    for (const call of [`enter('0198b2a0-0000-7000-8000-000000000000', 1)`, `session('\\x00')`, `redeem_realtime_token('\\x00')`, `accept_invitation('\\x00', 'x', 'x')`, `credential('x')`]) {
      await app.query(`SELECT gate.${call}`).catch((error: Error) => found.push(error.message));
    }
    await app.end();
    expect(found).toEqual(['session does not hold']);
  });

  it('belong to a role that nobody signs in as, that owns nothing else and stands above nothing', async () => {
    const { rows } = await client.query(`SELECT rolcanlogin, rolsuper, rolbypassrls,
      (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS tables,
      has_schema_privilege('kontor_gate', 'gate', 'CREATE') AS creates,
      pg_has_role('kontor_app', 'kontor_gate', 'MEMBER') AS app, pg_has_role('kontor_system', 'kontor_gate', 'MEMBER') AS system
      FROM pg_roles r WHERE rolname = 'kontor_gate'`);
    expect(rows).toEqual([{ rolcanlogin: false, rolsuper: false, rolbypassrls: false, tables: 0, creates: false, app: false, system: false }]);
  });
});
