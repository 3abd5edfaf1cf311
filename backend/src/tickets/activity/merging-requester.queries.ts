import { sql } from '../../platform/database/statement.ts';

/**
 * Gives a requester's tickets to another, all or those of `$3`, and notes it in each one's history. They stay where they are
 * in the order of changes: nothing was done on them.
 */
export const GIVE_TICKETS = sql<{ id: string }>(`
  WITH given AS (
    UPDATE tickets SET requester_id = $2, version = version + 1
    WHERE requester_id = $1 AND ($3::uuid[] IS NULL OR id = ANY($3::uuid[])) RETURNING id),
  noted AS (
    INSERT INTO ticket_changes (ticket_id, field, old_value, new_value, actor_type, actor_id)
    SELECT id, 'requester', $1::uuid::text, $2::uuid::text, 'user', $4::uuid FROM given)
  SELECT id FROM given`);

export const GIVE_MESSAGES = sql<{ id: string }>(`UPDATE ticket_messages SET contact_id = $2 WHERE contact_id = $1 RETURNING id`);
export const GIVE_BACK_MESSAGES = sql(`UPDATE ticket_messages SET contact_id = $2 WHERE contact_id = $1 AND id = ANY($3::uuid[])`);

/** Who had asked a merged ticket takes part in the one that it was merged into. */
export const GIVE_PARTICIPANTS = sql<{ id: string }>(`
  UPDATE ticket_participants SET contact_id = $2 WHERE contact_id = $1 RETURNING original_ticket_id AS id`);
export const GIVE_BACK_PARTICIPANTS = sql(`
  UPDATE ticket_participants SET contact_id = $2 WHERE contact_id = $1 AND original_ticket_id = ANY($3::uuid[])`);
