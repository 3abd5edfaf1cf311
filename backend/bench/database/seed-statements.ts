/** Messages on each of a tenant's last tickets, whose pages are asked for. */
export const LONG_CONVERSATION = 10;

/** Tenants and members. $1 tenants, $2 members each. */
export const PEOPLE = `
  WITH made AS (
    INSERT INTO tenants (name, slug, time_zone, locale)
    SELECT 'Tenant ' || n, 'tenant-' || n, 'UTC', 'en' FROM generate_series(1, $1::int) n RETURNING id, slug),
  people AS (
    INSERT INTO users (email, name)
    SELECT 'member' || n || '@' || slug || '.test', 'Member ' || n || ' of ' || slug
    FROM made, generate_series(1, $2::int) n RETURNING id, email)
  INSERT INTO memberships (tenant_id, user_id, role, joined_at)
  SELECT made.id, people.id, CASE WHEN people.email LIKE 'member1@%' THEN 'owner' ELSE 'agent' END,
    now() - random() * interval '300 days'
  FROM people JOIN made ON people.email LIKE '%@' || made.slug || '.test'`;

/** $1 contacts a tenant. */
export const CONTACTS = `
  WITH made AS (
    INSERT INTO contacts (tenant_id, name, email)
    SELECT t.id, 'Contact ' || n, 'contact' || n || '@customers.test' FROM tenants t, generate_series(1, $1::int) n
    RETURNING tenant_id, id, email)
  INSERT INTO contact_addresses (tenant_id, contact_id, kind, place, value, key) SELECT tenant_id, id, 'email', 0, email, email FROM made`;

/** In the order of time, tenants mixed, as a living table has them. $1 tickets, $2 members, $3 contacts a tenant. */
export const TICKETS = `
  WITH members AS (
    SELECT tenant_id, user_id, row_number() OVER (PARTITION BY tenant_id ORDER BY user_id) AS place FROM memberships),
  askers AS (
    SELECT tenant_id, id, row_number() OVER (PARTITION BY tenant_id ORDER BY id) AS place FROM contacts),
  numbered AS (
    SELECT t.id AS tenant_id, n, now() - ($1::int - n) * interval '1 hour' - random() * interval '1 hour' AS at,
      (hashint4(n) & 2147483647) % 20 AS draw
    FROM generate_series(1, $1::int) n, tenants t),
  inserted AS (
    INSERT INTO tickets (tenant_id, number, subject, status, priority, preview, requester_id, assignee_id, created_by,
      created_at, updated_at, solved_at, closed_at)
    SELECT d.tenant_id, n, 'Delivery ' || n || ' came without its cold chain log',
      (ARRAY['new','new','open','open','open','open','open','pending','pending','hold',
        'solved','solved','solved','solved','solved','solved','closed','closed','closed','closed'])[draw + 1],
      (ARRAY['low','normal','normal','high','urgent'])[draw % 5 + 1],
      'We counted the trays at the gate and the log of van ' || n || ' is missing for the second half of the morning.',
      a.id, CASE WHEN draw < 2 THEN NULL ELSE m.user_id END, m.user_id,
      at, at + interval '10 minutes',
      CASE WHEN draw >= 10 THEN at + interval '5 minutes' END, CASE WHEN draw >= 16 THEN at + interval '10 minutes' END
    FROM numbered d
    JOIN members m ON m.tenant_id = d.tenant_id AND m.place = n % $2::int + 1
    JOIN askers a ON a.tenant_id = d.tenant_id AND a.place = n % $3::int + 1
    ORDER BY n, d.tenant_id)
  INSERT INTO ticket_counters (tenant_id, last_number) SELECT id, $1::int FROM tenants`;

export const TAGS = `
  INSERT INTO ticket_tags (tenant_id, ticket_id, tag)
  SELECT tenant_id, id, tag FROM tickets,
    unnest(ARRAY['delivery', (ARRAY['cold-chain', 'invoice', 'diet', 'school'])[number % 4 + 1]]) tag
  WHERE number % 3 > 0`;

const entries = (usual: number) => `CASE WHEN t.number > $1::int THEN ${LONG_CONVERSATION} ELSE ${usual} END`;

/** Ten messages on tickets numbered above $1, four on the others, of the texts $2. Tickets of one number read the same in every tenant. */
export const MESSAGES = `
  INSERT INTO ticket_messages (tenant_id, ticket_id, kind, member_id, contact_id, body, created_at)
  SELECT t.tenant_id, t.id, CASE WHEN n % 5 = 4 THEN 'note' ELSE 'reply' END,
    CASE WHEN n % 2 = 0 THEN t.created_by END, CASE WHEN n % 2 = 1 THEN t.requester_id END,
    written.body, t.created_at + n * interval '1 minute'
  FROM tickets t CROSS JOIN LATERAL generate_series(1, ${entries(4)}) n
  JOIN unnest($2::text[]) WITH ORDINALITY AS written (body, place) ON written.place = (t.number * 4 + n) % cardinality($2) + 1`;

/** Ten changes on tickets numbered above $1, two on the others. */
export const CHANGES = `
  INSERT INTO ticket_changes (tenant_id, ticket_id, field, old_value, new_value, actor_type, actor_id, created_at)
  SELECT t.tenant_id, t.id, CASE WHEN n % 2 = 0 THEN 'status' ELSE 'assignee' END,
    CASE WHEN n % 2 = 0 THEN 'new' END, CASE WHEN n % 2 = 0 THEN 'open' ELSE t.created_by::text END,
    'user', t.created_by, t.created_at + n * interval '1 minute' + interval '30 seconds'
  FROM tickets t, generate_series(1, ${entries(2)}) n`;

/**
 * What search knows of the tickets. Those of one tenant are indexed by the build's own function; the same numbers read the
 * same in the others, so there only the tenant's part of every term differs.
 */
export const SEARCH = [
  `SELECT count(gate.search_index(t.tenant_id, t.id)) FROM tickets t WHERE t.tenant_id = (SELECT id FROM tenants ORDER BY id LIMIT 1)`,
  `INSERT INTO ticket_search (tenant_id, ticket_id, document)
   SELECT t.tenant_id, t.id, replace(s.document::text, '''' || right(s.tenant_id::text, 8), '''' || right(t.tenant_id::text, 8))::tsvector
   FROM ticket_search s JOIN tickets first ON first.tenant_id = s.tenant_id AND first.id = s.ticket_id
   JOIN tickets t ON t.number = first.number AND t.tenant_id <> first.tenant_id`,
];

/** The last tickets as events of the last day, already relayed. $1 tickets a tenant, $2 events of them. */
export const EVENTS = [
  `INSERT INTO events (tenant_id, channel, seq, type, occurred_at, actor_type, actor_id, data)
   SELECT t.tenant_id, 'tickets:updates', t.number - $1::int + $2::int, 'ticket_created',
     now() - ($1::int - t.number) * interval '1 minute', 'user', t.created_by,
     jsonb_build_object('id', t.id, 'number', t.number, 'subject', t.subject, 'status', t.status, 'priority', t.priority,
       'channel', t.channel, 'preview', t.preview, 'requester', jsonb_build_object('id', c.id, 'name', c.name, 'email', c.email),
       'assignee', NULL, 'createdBy', jsonb_build_object('id', u.id, 'name', u.name), 'tags', jsonb_build_array(), 'version', 1,
       'createdAt', t.created_at, 'updatedAt', t.updated_at, 'solvedAt', NULL, 'closedAt', NULL)
   FROM tickets t JOIN contacts c ON c.tenant_id = t.tenant_id AND c.id = t.requester_id JOIN users u ON u.id = t.created_by
   WHERE t.number > $1::int - $2::int ORDER BY t.number, t.tenant_id`,
  `INSERT INTO event_counters (tenant_id, channel, seq) SELECT id, 'tickets:updates', $2::int FROM tenants WHERE $1::int > 0`,
  `INSERT INTO relay_cursors (tenant_id, channel, seq) SELECT id, 'tickets:updates', $2::int FROM tenants WHERE $1::int > 0`,
];
