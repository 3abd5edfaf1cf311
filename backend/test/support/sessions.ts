import { issueToken } from '../../src/platform/access/tokens.ts';
import type { TestApp } from './app.ts';
import { asSuperuser } from './databases.ts';

/** Changes rows from behind: to move time, which no API does. */
export async function behind(app: TestApp, text: string, values: unknown[] = []): Promise<number> {
  return asSuperuser(app.database.superuserUrl, async (client) => (await client.query(text, values)).rowCount ?? 0);
}

/** An invitation into a tenant, as the operator's command or, later, a member makes it. */
export async function invite(app: TestApp, tenantId: string, email: string, role = 'agent', expires = '7 days'): Promise<string> {
  const { token, hash } = issueToken('invitation');
  await behind(app, `INSERT INTO invitations (tenant_id, email, role, token_hash, expires_at) VALUES ($1, $2, $3, $4, now() + $5::interval)`, [tenantId, email, role, hash, expires]);
  return token;
}
