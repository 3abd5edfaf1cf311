/** Kontor's statements with the tenant written out, as a careful program without row-level security has them. */
const TICKET_COLUMNS = `t.id, t.number, t.subject, t.status, t.priority, t.channel, t.preview,
  t.requester_id, c.name AS requester_name, c.email AS requester_email,
  t.assignee_id, a.name AS assignee_name, t.created_by, b.name AS created_by_name,
  ARRAY(SELECT g.tag FROM ticket_tags g WHERE g.tenant_id = t.tenant_id AND g.ticket_id = t.id ORDER BY g.tag) AS tags,
  t.team_id, (SELECT e.name FROM teams e WHERE e.tenant_id = t.tenant_id AND e.id = t.team_id) AS team_name,
  t.fields, t.version, t.created_at, t.updated_at, t.solved_at, t.closed_at, t.pending_until`;
const TICKET_TABLES = `tickets t LEFT JOIN contacts c ON c.tenant_id = t.tenant_id AND c.id = t.requester_id
  LEFT JOIN users a ON a.id = t.assignee_id LEFT JOIN users b ON b.id = t.created_by`;

function prepared(name: string, text: string) {
  return { name, text };
}

export const SESSION = prepared(
  'session',
  `SELECT s.user_id, s.tenant_id FROM sessions s JOIN memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id
   WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND m.status = 'active'`,
);
/** The page size stands in the text, as in Kontor's: as a parameter it would have the list planned anew each time. */
export const LIST = (rows: number) =>
  prepared(
    `list ${rows}`,
    `SELECT ${TICKET_COLUMNS} FROM ${TICKET_TABLES} WHERE t.tenant_id = $1 AND t.status = $2
   ORDER BY t.created_at DESC, t.id DESC LIMIT ${rows}`,
  );
export const TICKET = prepared('ticket', `SELECT ${TICKET_COLUMNS} FROM ${TICKET_TABLES} WHERE t.tenant_id = $1 AND t.id = $2`);
export const MEMBERS = prepared(
  'members',
  `SELECT u.id, u.name, u.email, m.role, m.ticket_visibility, m.status,
     CASE WHEN m.available_from <= now() THEN 'available' ELSE m.availability END AS availability,
     CASE WHEN m.available_from > now() THEN m.available_from END AS available_from,
     ARRAY(SELECT b.team_id FROM team_members b WHERE b.tenant_id = m.tenant_id AND b.user_id = m.user_id ORDER BY b.team_id) AS team_ids,
     m.joined_at, m.deactivated_at, m.version
   FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.tenant_id = $1 ORDER BY m.joined_at, m.user_id LIMIT $2`,
);
const PERSON = (id: string) => `(SELECT u.name FROM users u WHERE u.id = ${id})`;
const CONTACT = (id: string) => `(SELECT c.name FROM contacts c WHERE c.tenant_id = $1 AND c.id = ${id})`;
const SHOWN = (value: string) =>
  `CASE e.field WHEN 'assignee' THEN ${PERSON(`${value}::uuid`)} WHEN 'requester' THEN ${CONTACT(`${value}::uuid`)} 
    WHEN 'team' THEN (SELECT g.name FROM teams g WHERE g.tenant_id = $1 AND g.id = ${value}::uuid) ELSE ${value} END`;
const MENTIONS = `CASE e.kind WHEN 'note' THEN (
  SELECT coalesce(json_agg(json_build_object('id', n.user_id, 'name', ${PERSON('n.user_id')}) ORDER BY n.user_id), '[]')
  FROM message_mentions n WHERE n.tenant_id = $1 AND n.message_id = e.id) ELSE '[]' END`;
const ATTACHMENTS = `CASE e.type WHEN 'message' THEN (
  SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size) ORDER BY f.position), '[]')
  FROM attachments f WHERE f.tenant_id = $1 AND f.message_id = e.id) ELSE '[]' END`;
const OTHER = `CASE WHEN e.type = 'message' THEN e.original_ticket_id
  WHEN e.field IN ('merged_into', 'merged_from', 'split_into', 'split_from', 'parent', 'child', 'duplicate_of', 'duplicated_by', 'related')
  THEN coalesce(e.new_value, e.old_value)::uuid END`;
export const TIMELINE = prepared(
  'timeline',
  `SELECT e.id, e.type, e.at, e.author_type, e.author_id,
    CASE e.author_type WHEN 'user' THEN ${PERSON('e.author_id')} WHEN 'contact' THEN ${CONTACT('e.author_id')} END AS author_name,
    e.kind, e.body, ${MENTIONS} AS mentions, e.field, (SELECT f.label FROM ticket_fields f WHERE f.tenant_id = $1 AND f.id = e.field_id) AS label,
    ${SHOWN('e.old_value')} AS "from", ${SHOWN('e.new_value')} AS "to",
    (SELECT jsonb_build_object('id', t.id, 'number', t.number) FROM tickets t WHERE t.tenant_id = $1 AND t.id = ${OTHER}) AS ticket,
    ${ATTACHMENTS} AS attachments
   FROM (
    (SELECT m.id, 'message' AS type, m.created_at AS at, CASE WHEN m.member_id IS NULL THEN 'contact' ELSE 'user' END AS author_type,
        coalesce(m.member_id, m.contact_id) AS author_id, m.kind, m.body, NULL AS field, NULL AS old_value, NULL AS new_value,
        m.original_ticket_id, NULL::uuid AS field_id
      FROM ticket_messages m WHERE m.tenant_id = $1 AND m.ticket_id = $2 ORDER BY m.created_at DESC, m.id DESC LIMIT $3)
    UNION ALL
    (SELECT h.id, 'change', h.created_at, h.actor_type, h.actor_id, NULL, NULL, h.field, h.old_value, h.new_value, NULL, h.field_id
      FROM ticket_changes h WHERE h.tenant_id = $1 AND h.ticket_id = $2 ORDER BY h.created_at DESC, h.id DESC LIMIT $3)
    ORDER BY at DESC, id DESC LIMIT $3) e
   ORDER BY e.at DESC, e.id DESC`,
);
export const LAST_MESSAGE = prepared(
  'last message',
  `SELECT m.id FROM ticket_messages m WHERE m.tenant_id = $1 AND m.ticket_id = $2 ORDER BY m.created_at DESC, m.id DESC LIMIT 1`,
);
export const FEED_STATE = prepared(
  'feed state',
  `SELECT coalesce((SELECT seq FROM event_counters WHERE tenant_id = $1 AND channel = $2), 0)::bigint AS head,
    (SELECT seq FROM events WHERE tenant_id = $1 AND channel = $2 ORDER BY seq LIMIT 1) AS oldest,
    (SELECT epoch FROM instance) AS epoch`,
);
export const FEED = prepared(
  'feed',
  `SELECT id, seq, channel, type, version, occurred_at, actor_type, actor_id, data FROM events
   WHERE tenant_id = $1 AND channel = $2 AND seq > $3 ORDER BY seq LIMIT $4`,
);
export const CREATE_TICKET = prepared(
  'create ticket',
  `WITH numbered AS (
    INSERT INTO ticket_counters (tenant_id, last_number) VALUES ($1, 1)
    ON CONFLICT (tenant_id) DO UPDATE SET last_number = ticket_counters.last_number + 1 RETURNING last_number)
   INSERT INTO tickets (tenant_id, id, number, subject, priority, channel, created_by)
   SELECT $1::uuid, $2::uuid, last_number, $3, $4, 'api', $5::uuid FROM numbered`,
);
export const APPEND_EVENT = prepared(
  'append event',
  `WITH counted AS (
    INSERT INTO event_counters (tenant_id, channel, seq) VALUES ($1, $2, 1)
    ON CONFLICT (tenant_id, channel) DO UPDATE SET seq = event_counters.seq + 1 RETURNING seq)
   INSERT INTO events (tenant_id, channel, seq, type, actor_type, actor_id, data)
   SELECT $1, $2, seq, $3, 'user', $4::uuid, $5::jsonb FROM counted RETURNING id, seq, version, occurred_at`,
);
