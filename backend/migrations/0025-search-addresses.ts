import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGateFunctions, dropGateFunctions, type GateFunctions } from './gate-functions.ts';
import { openToRole, run } from './row-level-security.ts';

/** Stays below PostgreSQL's own bound of 1 MB. */
const LARGEST_DOCUMENT = 1_000_000;

/** `requester` answers the text of the contact `c` that finds its tickets. */
const index = (requester: string): GateFunctions => ({
  'search_index(tenant uuid, ticket uuid)': `RETURNS void LANGUAGE plpgsql VOLATILE AS $$
    DECLARE
      whole tsvector;
      said tsvector;
    BEGIN
      -- Whoever adds to the document meanwhile is waited for, and then read.
      PERFORM 1 FROM public.ticket_search s WHERE s.tenant_id = tenant AND s.ticket_id = ticket FOR UPDATE;
      SELECT gate.search_terms(tenant, concat_ws(' ', t.number, t.subject, c.name, ${requester}), ARRAY[NULL, 'h'])
        INTO whole FROM public.tickets t LEFT JOIN public.contacts c ON c.tenant_id = tenant AND c.id = t.requester_id
        WHERE t.tenant_id = tenant AND t.id = ticket;
      FOR said IN SELECT gate.search_terms(tenant, m.body, ARRAY[NULL]) FROM public.ticket_messages m
          WHERE m.tenant_id = tenant AND m.ticket_id = ticket ORDER BY m.created_at, m.id LOOP
        EXIT WHEN pg_column_size(whole) + pg_column_size(said) > ${LARGEST_DOCUMENT};
        whole := whole || said;
      END LOOP;
      INSERT INTO public.ticket_search AS s (tenant_id, ticket_id, document) VALUES (tenant, ticket, whole)
        ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET document = excluded.document;
    END $$`,
});

/** A number is found from any of its digits on. */
const endings = (digits: string) => `(SELECT string_agg(right(${digits}, n), ' ') FROM generate_series(4, least(length(${digits}), 20)) AS n)`;

const BEFORE = index(`c.email, c.phone, (SELECT ${endings('p.digits')} FROM regexp_replace(c.phone, '[^0-9]', '', 'g') AS p (digits))`);

const NOW: GateFunctions = {
  ...index(`(SELECT string_agg(concat_ws(' ', a.value, CASE a.kind WHEN 'phone' THEN ${endings('a.key')} END), ' ')
            FROM public.contact_addresses a WHERE a.tenant_id = tenant AND a.contact_id = c.id)`),
  'search_addresses()': `RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      PERFORM gate.search_index(t.tenant_id, t.id) FROM (
        SELECT DISTINCT r.tenant_id, r.id FROM changed a JOIN public.tickets r ON r.tenant_id = a.tenant_id AND r.requester_id = a.contact_id
        ORDER BY r.id) AS t;
      RETURN NULL;
    END $$`,
};

const TRIGGERS = [
  { name: 'search_address_added', when: 'AFTER INSERT', rows: 'NEW' },
  { name: 'search_address_removed', when: 'AFTER DELETE', rows: 'OLD' },
];

/** Tickets are found by all addresses and numbers of their requester, not by the primary ones alone. */
export class SearchAddresses1763600000025 implements MigrationInterface {
  name = 'SearchAddresses1763600000025';

  async up(runner: QueryRunner): Promise<void> {
    await openToRole(runner, 'contact_addresses', 'kontor_gate', 'SELECT');
    await dropGateFunctions(runner, BEFORE);
    await createGateFunctions(runner, NOW);
    await asGate(runner, `REVOKE ALL ON FUNCTION gate.search_index(uuid, uuid), gate.search_addresses() FROM kontor_app`);
    await asGate(runner, `GRANT EXECUTE ON FUNCTION gate.search_addresses(), gate.search_contact() TO kontor_owner`);
    for (const { name, when, rows } of TRIGGERS) {
      await runner.query(`CREATE TRIGGER ${name} ${when} ON contact_addresses REFERENCING ${rows} TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION gate.search_addresses()`);
    }
    await reindexOnChangeOf(runner, 'name');
    await asGate(runner, `REVOKE EXECUTE ON FUNCTION gate.search_addresses(), gate.search_contact() FROM kontor_owner`);
    await asGate(
      runner,
      `SELECT count(gate.search_index(t.tenant_id, t.id)) FROM public.tickets t WHERE EXISTS (
        SELECT 1 FROM public.contact_addresses a WHERE a.tenant_id = t.tenant_id AND a.contact_id = t.requester_id AND a.place > 0)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of TRIGGERS) await runner.query(`DROP TRIGGER ${name} ON contact_addresses`);
    await dropGateFunctions(runner, NOW);
    await createGateFunctions(runner, BEFORE);
    await asGate(runner, `REVOKE ALL ON FUNCTION gate.search_index(uuid, uuid) FROM kontor_app`);
    await asGate(runner, `GRANT EXECUTE ON FUNCTION gate.search_contact() TO kontor_owner`);
    await reindexOnChangeOf(runner, 'name', 'email', 'phone');
    await asGate(runner, `REVOKE EXECUTE ON FUNCTION gate.search_contact() FROM kontor_owner`);
    await run(runner, `DROP POLICY kontor_gate_select ON contact_addresses`, `REVOKE SELECT ON contact_addresses FROM kontor_gate`);
  }
}

/** Makes the trigger anew that follows what a contact itself says. */
async function reindexOnChangeOf(runner: QueryRunner, ...columns: string[]): Promise<void> {
  const row = (side: string) => `ROW(${columns.map((column) => `${side}.${column}`).join(', ')})`;
  await run(
    runner,
    `DROP TRIGGER search_contact_changed ON contacts`,
    `CREATE TRIGGER search_contact_changed AFTER UPDATE OF ${columns.join(', ')} ON contacts
      FOR EACH ROW WHEN (${row('OLD')} IS DISTINCT FROM ${row('NEW')}) EXECUTE FUNCTION gate.search_contact()`,
  );
}

async function asGate(runner: QueryRunner, statement: string): Promise<void> {
  await run(runner, `SET ROLE kontor_gate`, statement, `RESET ROLE`);
}
