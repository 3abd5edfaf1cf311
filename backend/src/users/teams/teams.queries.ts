import { sql } from '../../platform/database/statement.ts';
import { keysetList } from '../../platform/http/keyset.ts';
import type { TeamBody } from '../users.shapes.ts';

const COLUMNS = `e.id, e.name, ARRAY(SELECT b.user_id FROM team_members b WHERE b.team_id = e.id ORDER BY b.user_id) AS "memberIds",
  e.version, e.created_at AS "createdAt", e.closed_at AS "closedAt"`;

export const TEAM = sql<TeamBody>(`SELECT ${COLUMNS} FROM teams e WHERE e.id = $1`);

export const TEAMS = keysetList<TeamBody>({
  columns: COLUMNS,
  from: 'teams e',
  id: 'e.id',
  sorts: { name: { column: 'e.name', type: 'text', value: (row) => row.name } },
});

/** The team as it is until the end of the transaction: whoever closes it waits, or was waited for. */
export const HOLD_TEAM = sql<{ closed: boolean }>(`
  SELECT closed_at IS NOT NULL AS closed FROM teams WHERE id = $1 FOR KEY SHARE`);

export const LOCK_TEAM = sql<{ name: string; version: number; closed: boolean }>(`
  SELECT name, version, closed_at IS NOT NULL AS closed FROM teams WHERE id = $1 FOR UPDATE`);

export const CREATE_TEAM = sql<{ id: string }>(`INSERT INTO teams (name) VALUES ($1) RETURNING id`);

export const CHANGE_TEAM = sql(`UPDATE teams SET name = $2, version = version + 1 WHERE id = $1`);

export const CLOSE_TEAM = sql(`UPDATE teams SET closed_at = $2, version = version + 1 WHERE id = $1`);

/** Active members among these, who stay so until the end of the transaction. */
export const HOLD_MEMBERS = sql(`
  SELECT 1 FROM memberships WHERE user_id = ANY($1::uuid[]) AND status = 'active' ORDER BY user_id FOR KEY SHARE`);

/** Makes these the members of the team, all of them, and answers whose membership changed. */
export const SET_TEAM_MEMBERS = sql<{ user_id: string }>(`
  WITH removed AS (DELETE FROM team_members WHERE team_id = $1 AND user_id <> ALL($2::uuid[]) RETURNING user_id),
  added AS (INSERT INTO team_members (team_id, user_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING RETURNING user_id)
  SELECT user_id FROM removed UNION ALL SELECT user_id FROM added`);

/** Takes a member out of every team. */
export const LEAVE_TEAMS = sql(`
  WITH gone AS (DELETE FROM team_members WHERE user_id = $1 RETURNING team_id)
  UPDATE teams SET version = version + 1 FROM gone WHERE teams.id = gone.team_id`);

export const IS_TEAM_MEMBER = sql(`SELECT 1 FROM team_members WHERE team_id = $1 AND user_id = $2`);
