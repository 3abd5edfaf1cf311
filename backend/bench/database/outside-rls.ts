import { escapeLiteral, type Client } from 'pg';

const TENANT = `(SELECT nullif(current_setting('kontor.tenant', true), '')::uuid)`;
/** What a list of tickets reads, and the tenant predicate that its policy would add. */
const LIST_TABLES = { tickets: true, contacts: true, ticket_tags: true, teams: true, users: false };

/** The role of the bare server: row-level security does not bind it, its own SQL names the tenant everywhere. */
export async function openBareRole(client: Client, password: string): Promise<void> {
  await client.query(`CREATE ROLE kontor_bare LOGIN BYPASSRLS PASSWORD ${escapeLiteral(password)}`);
  await client.query('GRANT USAGE ON SCHEMA public TO kontor_bare');
  await client.query('GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO kontor_bare');
}

/**
 * The tables of the list without row-level security, under their own names in the schema `unruled`: plain views of a
 * role that policies do not bind, each with the tenant predicate written out. The planner inlines them, so that a
 * backend whose search path begins with `unruled` runs the very same statement with the policies off.
 */
export async function openUnruledViews(client: Client): Promise<void> {
  await client.query('CREATE SCHEMA unruled AUTHORIZATION kontor_bare');
  await client.query('GRANT USAGE ON SCHEMA unruled TO kontor_app');
  for (const [table, hasTenant] of Object.entries(LIST_TABLES)) {
    const predicate = hasTenant ? ` WHERE tenant_id = ${TENANT}` : '';
    await client.query(`CREATE VIEW unruled.${table} AS SELECT * FROM public.${table}${predicate}`);
    await client.query(`ALTER VIEW unruled.${table} OWNER TO kontor_bare`);
    await client.query(`GRANT SELECT ON unruled.${table} TO kontor_app`);
  }
}
