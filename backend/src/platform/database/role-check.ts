import type { Pool } from 'pg';
import { SettingError } from '../config/environment.ts';

const ROLE = `SELECT current_user AS name, rolsuper OR rolbypassrls AS above,
    pg_has_role(current_user, 'kontor_owner', 'MEMBER') OR current_user = 'kontor_owner' AS owner
  FROM pg_roles WHERE rolname = current_user`;

/** Row-level security binds only a plain role. @throws SettingError where it would not. */
export async function assertPlainRole(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; above: boolean; owner: boolean }>(ROLE);
  const role = rows[0];
  if (!role || role.above || role.owner) {
    throw new SettingError(
      `DATABASE_URL signs in as ${role?.name ?? 'an unknown role'}, which row-level security does not bind; use kontor_app.`,
    );
  }
}
