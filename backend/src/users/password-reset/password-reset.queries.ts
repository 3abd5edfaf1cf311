import type { Locale } from '@kontor/contracts/locales';
import { sql } from '../../platform/database/statement.ts';

interface IssuedRow {
  email: string;
  name: string;
  locale: Locale;
  attempts: number;
  expires_at: string;
}

export const ASK = sql<{ id: string }>('SELECT gate.ask_password_reset($1) AS id');
export const ISSUE = sql<IssuedRow>('SELECT * FROM gate.issue_password_reset($1, $2)');
export const OPEN_RESET = sql<{ user_id: string; email: string }>('SELECT * FROM gate.password_reset($1)');
export const USE = sql<{ user_id: string | null }>('SELECT gate.use_password_reset($1) AS user_id');

/** What was asked for before a password is known again is void. */
export const DROP_RESETS = sql('DELETE FROM password_resets WHERE user_id = $1');
