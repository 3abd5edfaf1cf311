import { sql } from '../../platform/database/statement.ts';

/** Active members by name, as many as a look at their limits takes. */
export const WHO_COUNTS = sql<{ id: string; name: string }>(`
  SELECT u.id, u.name FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.status = 'active' ORDER BY u.name, u.id LIMIT 1000`);
