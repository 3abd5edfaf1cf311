import { sql } from '../../platform/database/statement.ts';
import { keysetList, type Condition } from '../../platform/http/keyset.ts';
import type { TicketViewBody } from './view.shape.ts';

const COLUMNS = `v.id, v.name, v.filter, v.sort, v.layout, v.owner_id IS NULL AS shared, v.place, v.version,
  v.created_at AS "createdAt", v.updated_at AS "updatedAt"`;

export const VIEWS = keysetList<TicketViewBody>({
  columns: COLUMNS,
  from: 'ticket_views v',
  id: 'v.id',
  sorts: { place: { column: 'v.place', type: 'bigint', value: (row) => row.place } },
});

/** Everybody's, and one's own. */
export function usableBy(userId: string): Condition {
  return { text: '(v.owner_id IS NULL OR v.owner_id = ?)', values: [userId] };
}

export const VIEW = sql<TicketViewBody>(`
  SELECT ${COLUMNS} FROM ticket_views v WHERE v.id = $1 AND (v.owner_id IS NULL OR v.owner_id = $2)`);

export const LOCK_VIEW = sql<TicketViewBody>(`${VIEW.text} FOR UPDATE`);

export const CREATE_VIEW = sql<TicketViewBody>(`
  INSERT INTO ticket_views AS v (owner_id, name, filter, sort, layout, place, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $7) RETURNING ${COLUMNS}`);

export const UPDATE_VIEW = sql<TicketViewBody>(`
  UPDATE ticket_views AS v SET owner_id = $2, name = $3, filter = $4, sort = $5, layout = $6, place = $7, updated_at = $8,
    version = v.version + 1
  WHERE v.id = $1 RETURNING ${COLUMNS}`);

export const DELETE_VIEW = sql('DELETE FROM ticket_views WHERE id = $1');
