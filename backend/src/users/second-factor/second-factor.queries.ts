import { sql } from '../../platform/database/statement.ts';

export const SECOND_FACTOR = sql<{ secret: Buffer; confirmedAt: string | null }>(`
  SELECT secret, confirmed_at AS "confirmedAt" FROM second_factors WHERE user_id = $1`);

/** A secret that awaits its first code takes the place of an earlier one; a confirmed one stays: then no row. */
export const ENROL = sql<{ user_id: string }>(`
  INSERT INTO second_factors (user_id, secret, created_at) VALUES ($1, $2, $3)
  ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at, last_step = 0
    WHERE second_factors.confirmed_at IS NULL
  RETURNING user_id`);

export const CONFIRM = sql<{ user_id: string }>(`
  UPDATE second_factors SET confirmed_at = $2 WHERE user_id = $1 AND confirmed_at IS NULL RETURNING user_id`);

/** Uses a step up: of many at once one gets the row, and no earlier step follows. */
export const USE_STEP = sql<{ user_id: string }>(`
  UPDATE second_factors SET last_step = $2 WHERE user_id = $1 AND last_step < $2 RETURNING user_id`);

/** Uses a recovery code up: of many at once one gets the row. */
export const USE_CODE = sql<{ user_id: string }>(`
  UPDATE recovery_codes SET used_at = $3 WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING user_id`);

export const CODES_LEFT = sql<{ left: number }>(`
  SELECT count(*) AS left FROM recovery_codes WHERE user_id = $1 AND used_at IS NULL`);

export const DROP_CODES = sql('DELETE FROM recovery_codes WHERE user_id = $1');
export const ADD_CODES = sql('INSERT INTO recovery_codes (user_id, code_hash) SELECT $1, unnest($2::bytea[])');
export const DROP_SECOND_FACTOR = sql('DELETE FROM second_factors WHERE user_id = $1');

/** Makes every session of the person prove its rights anew: a workspace may require the second factor. */
export const RENEW_ALL_RIGHTS = sql(`
  UPDATE sessions SET auth_version = auth_version + 1 WHERE user_id = $1 AND revoked_at IS NULL`);

/** All but one: nobody has proven a code in them. */
export const END_OTHER_SESSIONS = sql('UPDATE sessions SET revoked_at = now() WHERE user_id = $1 AND id <> $2 AND NOT is_key AND revoked_at IS NULL');

export const CHALLENGE = sql<{ user_id: string; workspace_id: string | null }>('SELECT * FROM gate.challenge($1)');
export const OPEN_CHALLENGE = sql('INSERT INTO sign_in_challenges (token_hash, user_id, workspace_id, expires_at) VALUES ($1, $2, $3, $4)');
export const CLOSE_CHALLENGE = sql<{ user_id: string }>('DELETE FROM sign_in_challenges WHERE token_hash = $1 RETURNING user_id');
export const CLOSE_CHALLENGES = sql('DELETE FROM sign_in_challenges WHERE user_id = $1');
export const DROP_EXPIRED_CHALLENGES = sql('DELETE FROM sign_in_challenges WHERE user_id = $1 AND expires_at <= $2');
