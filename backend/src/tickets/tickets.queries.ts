import { sql } from '../platform/database/statement.ts';
import { keysetList } from '../platform/http/keyset.ts';
import type { TicketBody } from './ticket.shape.ts';
import type { Owned } from './tickets.policy.ts';

/** Flat, as the database answers it; `ticketBody` gives it its shape. */
export interface TicketRow extends Omit<TicketBody, 'requester' | 'assignee' | 'createdBy' | 'team'> {
  requesterId: string | null;
  requesterName: string | null;
  requesterEmail: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  createdById: string | null;
  createdByName: string | null;
  teamId: string | null;
  teamName: string | null;
  priorityRank: number;
}

const COLUMNS = `t.id, t.number, t.subject, t.status, t.priority, t.priority_rank AS "priorityRank", t.channel, t.preview,
  t.requester_id AS "requesterId", c.name AS "requesterName", c.email AS "requesterEmail",
  t.assignee_id AS "assigneeId", a.name AS "assigneeName", t.created_by AS "createdById", b.name AS "createdByName",
  t.team_id AS "teamId", (SELECT e.name FROM teams e WHERE e.id = t.team_id) AS "teamName",
  ARRAY(SELECT g.tag FROM ticket_tags g WHERE g.ticket_id = t.id ORDER BY g.tag) AS tags,
  t.fields, t.version, t.created_at AS "createdAt", t.updated_at AS "updatedAt", t.solved_at AS "solvedAt", t.closed_at AS "closedAt",
  t.pending_until AS "pendingUntil"`;
const FROM = `tickets t LEFT JOIN contacts c ON c.id = t.requester_id
  LEFT JOIN users a ON a.id = t.assignee_id LEFT JOIN users b ON b.id = t.created_by`;

export const TICKET = sql<TicketRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE t.id = $1`);

/** What the row rules ask of a ticket. */
export const OWNED = sql<Owned>(`
  SELECT t.assignee_id AS "assigneeId", t.created_by AS "createdById", t.team_id AS "teamId" FROM tickets t WHERE t.id = $1`);

export const TICKETS_BY_ID = sql<TicketRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE t.id = ANY($1::uuid[]) ORDER BY t.id`);

export const TICKETS = keysetList<TicketRow>({
  columns: COLUMNS,
  from: FROM,
  countFrom: 'tickets t',
  id: 't.id',
  sorts: {
    createdAt: { column: 't.created_at', type: 'timestamptz', value: (row) => row.createdAt },
    updatedAt: { column: 't.updated_at', type: 'timestamptz', value: (row) => row.updatedAt },
    number: { column: 't.number', type: 'bigint', value: (row) => row.number },
    priority: { column: 't.priority_rank', type: 'smallint', value: (row) => row.priorityRank },
  },
});

/** Among tickets found by search, `$1` their ids and `$2` their ranks: best matches first, of those the newest. */
const FOUND = 'unnest($1::uuid[], $2::integer[]) AS found (id, rank) ON found.id = t.id';
export const TICKETS_BY_RELEVANCE = keysetList<TicketRow & { rank: number }>({
  columns: `${COLUMNS}, found.rank`,
  from: `${FROM} JOIN ${FOUND}`,
  countFrom: `tickets t JOIN ${FOUND}`,
  id: 't.id',
  sorts: { relevance: { column: 'found.rank', type: 'smallint', value: (row) => row.rank } },
});

/** Of too many matches to rank them, the newest first. */
export const TICKETS_BY_RECENCY = keysetList<TicketRow>({
  columns: COLUMNS,
  from: FROM,
  countFrom: 'tickets t',
  id: 't.id',
  sorts: { relevance: { column: 't.created_at', type: 'timestamptz', value: (row) => row.createdAt } },
});

/** Takes the tenant's next number and writes the ticket under it, in one statement. */
export const CREATE_TICKET = sql(`
  WITH numbered AS (
    INSERT INTO ticket_counters (last_number) VALUES (1)
    ON CONFLICT (tenant_id) DO UPDATE SET last_number = ticket_counters.last_number + 1
    RETURNING last_number)
  INSERT INTO tickets (id, number, subject, priority, channel, preview, requester_id, created_by, team_id)
  SELECT $1::uuid, last_number, $2, $3, $7, $4, $5::uuid, $6::uuid, $8::uuid FROM numbered`);

export const ADD_TAGS = sql('INSERT INTO ticket_tags (ticket_id, tag) SELECT $1, unnest($2::text[])');
export const REMOVE_TAGS = sql('DELETE FROM ticket_tags WHERE ticket_id = $1');

export const ADD_MESSAGE = sql<{ id: string; createdAt: string; authorName: string | null }>(`
  INSERT INTO ticket_messages (ticket_id, kind, member_id, contact_id, body) VALUES ($1, $2, $3, $4, $5)
  RETURNING id, created_at AS "createdAt", (SELECT u.name FROM users u WHERE u.id = member_id) AS "authorName"`);

export const ADD_CHANGES = sql(`
  INSERT INTO ticket_changes (ticket_id, field, old_value, new_value, actor_type, actor_id, field_id)
  SELECT $1, field, old_value, new_value, CASE WHEN $5::uuid IS NULL THEN 'system' ELSE 'user' END, $5, field_id
  FROM unnest($2::text[], $3::text[], $4::text[], $6::uuid[]) AS noted (field, old_value, new_value, field_id)`);

/** Takes a member's unsolved tickets from them, also those that undoing a merge would leave so, and notes it in each one's history. */
export const UNASSIGN = sql<{ id: string }>(`
  WITH unassigned AS (
    UPDATE tickets SET assignee_id = NULL, version = version + 1, updated_at = now()
    WHERE assignee_id = $1 AND coalesce(status_before_merge, status) IN ('new', 'open', 'pending', 'hold') RETURNING id),
  noted AS (
    INSERT INTO ticket_changes (ticket_id, field, old_value, actor_type, actor_id)
    SELECT id, 'assignee', $1::uuid::text, 'user', $2::uuid FROM unassigned)
  SELECT id FROM unassigned`);

/** Leaves the unsolved tickets of a team to no team, merged ones as above, and notes it in each one's history. */
export const LEAVE_TO_NO_TEAM = sql<{ id: string }>(`
  WITH left_alone AS (
    UPDATE tickets SET team_id = NULL, version = version + 1, updated_at = now()
    WHERE team_id = $1 AND coalesce(status_before_merge, status) IN ('new', 'open', 'pending', 'hold') RETURNING id),
  noted AS (
    INSERT INTO ticket_changes (ticket_id, field, old_value, actor_type, actor_id)
    SELECT id, 'team', $1::uuid::text, 'user', $2::uuid FROM left_alone)
  SELECT id FROM left_alone`);

/** Field by field: rest copies of every row were the largest single allocation of a list. */
export function ticketBody(row: TicketRow): TicketBody {
  const { requesterId, assigneeId, createdById, teamId } = row;
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    priority: row.priority,
    channel: row.channel,
    preview: row.preview,
    requester: requesterId === null ? null : { id: requesterId, name: row.requesterName ?? '', email: row.requesterEmail },
    assignee: assigneeId === null ? null : { id: assigneeId, name: row.assigneeName ?? '' },
    createdBy: createdById === null ? null : { id: createdById, name: row.createdByName ?? '' },
    team: teamId === null ? null : { id: teamId, name: row.teamName ?? '' },
    tags: row.tags,
    fields: row.fields,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    solvedAt: row.solvedAt,
    closedAt: row.closedAt,
    pendingUntil: row.pendingUntil,
  };
}
