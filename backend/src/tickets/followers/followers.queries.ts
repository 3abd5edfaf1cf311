import { sql } from '../../platform/database/statement.ts';

/** Those whom $2 names and who do not follow yet; answers who was added. */
export const FOLLOW = sql<{ userId: string }>(`
  INSERT INTO ticket_followers (ticket_id, user_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING RETURNING user_id AS "userId"`);

export const UNFOLLOW = sql<{ userId: string }>(`
  DELETE FROM ticket_followers WHERE ticket_id = $1 AND user_id = $2 RETURNING user_id AS "userId"`);
