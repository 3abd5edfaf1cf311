import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGateFunctions, dropGateFunctions } from './gate-functions.ts';
import { openToRole, openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** Of a text no more is indexed; a document stays below PostgreSQL's own bound of 1 MB. */
const LONGEST_TEXT = 20_000;
const LARGEST_DOCUMENT = 1_000_000;

/** The tenant's part of every term: collisions cost time, since rows are chosen by tenant, too, and tell nothing. */
const KEY = (tenant: string) => `right(${tenant}::text, 8)`;

/** Of a question; further ones are not asked. */
const MOST_WORDS = 10;
/** Indonesian words that say nothing alone, as PostgreSQL knows the English ones. */
const COMMON_WORDS = 'ada,adalah,agar,akan,atau,bahwa,bisa,dan,dari,dengan,di,dia,ini,itu,juga,kami,ke,kita,pada,saya,sudah,tidak,untuk,yang';

/** Parts of a text that count as words: an address whole, besides the words in it. */
const ADDRESS = `[[:alnum:]._%+-]+@[[:alnum:].-]*[[:alnum:]]`;

/**
 * Terms of a ticket's document are `<tenant><kind><word>`. Kinds: `s` a word as it is written, `e` its English and `i` its
 * Indonesian stem, `h` any of them in the subject or the requester. With the tenant in the term, the postings that a
 * search reads are the tenant's own, however many tenants there are.
 */
const FUNCTIONS = {
  'search_stem(word text)': `RETURNS text LANGUAGE sql IMMUTABLE AS $$
    -- Snowball drops the whole of meng- and men-; before a vowel they stand for k and t: mengirim is of kirim.
    SELECT CASE WHEN word ~ '^[mp]eng[aeiou]' THEN 'k' WHEN word ~ '^[mp]en[aeiou]' THEN 't' ELSE '' END
      || (pg_catalog.ts_lexize('indonesian_stem', word))[1] $$`,
  'search_terms(tenant uuid, body text, kinds text[])': `RETURNS tsvector LANGUAGE plpgsql STABLE AS $$
    DECLARE
      written text := left(body, ${LONGEST_TEXT});
      spaced text := regexp_replace(written, '[^[:alnum:]]+', ' ', 'g');
      words text[];
    BEGIN
      IF spaced ~ '[[:alpha:]][[:digit:]]' THEN
        spaced := spaced || ' ' || regexp_replace(spaced, '([[:alpha:]])([[:digit:]])', '\\1 \\2', 'g');
      END IF;
      words := tsvector_to_array(to_tsvector('simple', spaced));
      IF written ~ '@' THEN
        words := words || ARRAY(SELECT lower(a[1]) FROM regexp_matches(written, '${ADDRESS}', 'g') AS a);
      END IF;
      RETURN array_to_tsvector(ARRAY(
        SELECT ${KEY('tenant')} || coalesce(k.kind, t.kind) || t.word
        FROM (
          SELECT 's' AS kind, unnest(words) AS word
          UNION ALL SELECT 'e', unnest(tsvector_to_array(ts_delete(to_tsvector('english', spaced), words)))
          UNION ALL SELECT 'i', unnest(tsvector_to_array(ts_delete(to_tsvector('indonesian', spaced), words)))
          UNION ALL SELECT 'i', gate.search_stem(w) FROM unnest(words) AS w WHERE w ~ '^[mp]eng?[aeiou]') AS t,
          unnest(kinds) AS k (kind)
        WHERE length(t.word) <= 60));
    END $$`,
  'search_index(tenant uuid, ticket uuid)': `RETURNS void LANGUAGE plpgsql VOLATILE AS $$
    DECLARE
      whole tsvector;
      said tsvector;
    BEGIN
      -- Whoever adds to the document meanwhile is waited for, and then read.
      PERFORM 1 FROM public.ticket_search s WHERE s.tenant_id = tenant AND s.ticket_id = ticket FOR UPDATE;
      SELECT gate.search_terms(tenant, concat_ws(' ', t.number, t.subject, c.name, c.email, c.phone, (
          -- A number is found from any of its digits on.
          SELECT string_agg(right(p.digits, n), ' ') FROM regexp_replace(c.phone, '[^0-9]', '', 'g') AS p (digits),
            generate_series(4, least(length(p.digits), 20)) AS n)), ARRAY[NULL, 'h'])
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
  'search_ticket()': `RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      PERFORM gate.search_index(NEW.tenant_id, NEW.id);
      RETURN NULL;
    END $$`,
  'search_message()': `RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
    DECLARE said tsvector;
    BEGIN
      said := gate.search_terms(NEW.tenant_id, NEW.body, ARRAY[NULL]);
      UPDATE public.ticket_search s SET document = s.document || said
        WHERE s.tenant_id = NEW.tenant_id AND s.ticket_id = NEW.ticket_id
          AND pg_column_size(s.document || ''::tsvector) + pg_column_size(said) <= ${LARGEST_DOCUMENT};
      RETURN NULL;
    END $$`,
  'search_moved()': `RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      -- Once a ticket, however many of its messages move at once.
      PERFORM gate.search_index(t.tenant_id, t.id) FROM (
        SELECT DISTINCT b.tenant_id, moved.id FROM before b JOIN after a ON a.tenant_id = b.tenant_id AND a.id = b.id,
          unnest(ARRAY[b.ticket_id, a.ticket_id]) AS moved (id)
        WHERE (b.ticket_id, b.body) IS DISTINCT FROM (a.ticket_id, a.body) ORDER BY moved.id) AS t;
      RETURN NULL;
    END $$`,
  'search_contact()': `RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      PERFORM gate.search_index(t.tenant_id, t.id) FROM (
        SELECT a.tenant_id, a.id FROM public.tickets a WHERE a.tenant_id = NEW.tenant_id AND a.requester_id = NEW.id ORDER BY a.id) AS t;
      RETURN NULL;
    END $$`,
  'search_query(asked text, kind text)': `RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
    DECLARE
      key text := ${KEY(`current_setting('kontor.tenant', true)`)};
      written text := key || coalesce(kind, 's');
      kinds text[] := CASE WHEN kind IS NULL THEN ARRAY['s', 'e', 'i'] ELSE ARRAY[kind] END;
      part text;
      word text;
      found text;
      wanted text[] := '{}';
      common text[] := '{}';
    BEGIN
      FOR part IN SELECT p.part FROM regexp_split_to_table(lower(left(asked, 200)), '\\s+') WITH ORDINALITY AS p (part, place) ORDER BY place LOOP
        IF part ~ '^${ADDRESS}$' THEN
          wanted := wanted || format('%L:*', written || part);
          CONTINUE;
        END IF;
        FOR word IN SELECT left(w, 60) FROM regexp_split_to_table(part, '[^[:alnum:]]+') AS w WHERE w <> '' LOOP
          EXIT WHEN cardinality(wanted) >= ${MOST_WORDS};
          found := (SELECT string_agg(DISTINCT format('%L', key || k || stem), ' | ') FROM unnest(kinds) AS k,
            unnest(ARRAY[word, (ts_lexize('english_stem', word))[1], (ts_lexize('indonesian_stem', word))[1], gate.search_stem(word)]) AS stem);
          -- The beginning of a word is enough; a single character stands for itself.
          IF length(word) > 1 THEN found := found || format(' | %L:*', written || word); END IF;
          IF word ~ '^[[:alpha:]]+[0-9]+$' THEN
            found := found || format(' | (%L & %L:*)', written || rtrim(word, '0123456789'), written || substring(word FROM '[0-9]+$'));
          ELSIF word ~ '^0[0-9]+$' THEN
            found := found || format(' | %L:*', written || ltrim(word, '0'));
          END IF;
          IF ts_lexize('english_stem', word) = '{}' OR word = ANY('{${COMMON_WORDS}}') THEN common := common || ('(' || found || ')');
          ELSE wanted := wanted || ('(' || found || ')');
          END IF;
        END LOOP;
      END LOOP;
      RETURN array_to_string(CASE WHEN wanted = '{}' THEN common ELSE wanted END, ' & ')::tsquery;
    END $$`,
  'search(asked text, most integer)': `RETURNS TABLE (ticket_id uuid, rank integer) LANGUAGE plpgsql STABLE AS $$
    DECLARE
      tenant uuid := nullif(current_setting('kontor.tenant', true), '')::uuid;
      anywhere tsquery := gate.search_query(asked, NULL);
      ahead tsquery := gate.search_query(asked, 'h');
    BEGIN
      RETURN QUERY SELECT s.ticket_id, (s.document @@ ahead)::integer FROM public.ticket_search s
        -- The terms are the tenant's own already: reading all its tickets by another index would gain nothing.
        WHERE (s.tenant_id = tenant) IS TRUE AND s.document @@ anywhere LIMIT most;
    END $$`,
};

/** When each of them is called. */
const TRIGGERS = [
  { name: 'search_ticket_made', when: 'AFTER INSERT', table: 'tickets', each: 'ROW', calls: 'search_ticket' },
  {
    name: 'search_ticket_changed',
    when: 'AFTER UPDATE OF subject, requester_id',
    table: 'tickets',
    each: 'ROW WHEN ((OLD.subject, OLD.requester_id) IS DISTINCT FROM (NEW.subject, NEW.requester_id))',
    calls: 'search_ticket',
  },
  { name: 'search_message_made', when: 'AFTER INSERT', table: 'ticket_messages', each: 'ROW', calls: 'search_message' },
  {
    name: 'search_message_moved',
    when: 'AFTER UPDATE',
    table: 'ticket_messages REFERENCING OLD TABLE AS before NEW TABLE AS after',
    each: 'STATEMENT',
    calls: 'search_moved',
  },
  {
    name: 'search_contact_changed',
    when: 'AFTER UPDATE OF name, email, phone',
    table: 'contacts',
    each: 'ROW WHEN ((OLD.name, OLD.email, OLD.phone) IS DISTINCT FROM (NEW.name, NEW.email, NEW.phone))',
    calls: 'search_contact',
  },
];

/** What is written on each ticket, by word, so that it is found: kept current by triggers, in the transaction that writes. */
export class Search1763600000010 implements MigrationInterface {
  name = 'Search1763600000010';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE ticket_search (
        ${TENANT_COLUMN},
        ticket_id uuid NOT NULL,
        document tsvector NOT NULL,
        PRIMARY KEY (tenant_id, ticket_id),
        FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX ticket_search_by_term ON ticket_search USING gin (document) WITH (gin_pending_list_limit = 256)`,
    );
    await openToTenant(runner, 'ticket_search', 'SELECT');
    for (const command of ['SELECT', 'INSERT', 'UPDATE']) await openToRole(runner, 'ticket_search', 'kontor_gate', command);
    for (const table of ['tickets', 'ticket_messages', 'contacts']) await openToRole(runner, table, 'kontor_gate', 'SELECT');
    await createGateFunctions(runner, FUNCTIONS);
    for (const { name, when, table, each, calls } of TRIGGERS) {
      // Whoever makes a trigger must be allowed to call its function; afterwards nobody needs to be.
      await asGate(runner, `GRANT EXECUTE ON FUNCTION gate.${calls}() TO kontor_owner`);
      await runner.query(`CREATE TRIGGER ${name} ${when} ON ${table} FOR EACH ${each} EXECUTE FUNCTION gate.${calls}()`);
      await asGate(runner, `REVOKE EXECUTE ON FUNCTION gate.${calls}() FROM kontor_owner`);
    }
    await asGate(runner, `SELECT count(gate.search_index(tenant_id, id)) FROM public.tickets`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, table } of TRIGGERS) await runner.query(`DROP TRIGGER ${name} ON ${table.split(' ')[0]}`);
    await dropGateFunctions(runner, FUNCTIONS);
    for (const table of ['tickets', 'ticket_messages', 'contacts']) {
      await run(runner, `DROP POLICY kontor_gate_select ON ${table}`, `REVOKE SELECT ON ${table} FROM kontor_gate`);
    }
    await runner.query(`DROP TABLE ticket_search`);
  }
}

async function asGate(runner: QueryRunner, statement: string): Promise<void> {
  await run(runner, `SET ROLE kontor_gate`, statement, `RESET ROLE`);
}
