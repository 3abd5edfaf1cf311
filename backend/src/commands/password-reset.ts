import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { issueToken } from '../platform/access/tokens.ts';
import { EnvironmentReader, SettingError } from '../platform/config/environment.ts';
import { runCommand } from './run-command.ts';

const MINUTES = 30;

/** For who runs an installation without mail: a link for one account, told to nobody else. */
await runCommand(async () => {
  const read = new EnvironmentReader(process.env);
  const { values } = parseArgs({ options: { email: { type: 'string' } } });
  const email = values.email?.trim().toLowerCase() ?? '';
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new SettingError('--email must be the e-mail address of an account.');
  const publicUrl = read.origin('KONTOR_PUBLIC_URL', `http://localhost:${read.whole('KONTOR_WEB_PORT', 3000, { min: 1, max: 65_535 })}`);
  const client = new Client({ connectionString: read.postgres('DATABASE_MIGRATION_URL') });
  await client.connect();
  try {
    const { token, hash } = issueToken('reset');
    const { rowCount } = await client.query(
      `INSERT INTO password_resets (email, user_id, token_hash, expires_at)
       SELECT u.email, u.id, $2, now() + make_interval(mins => $3) FROM users u JOIN credentials c ON c.user_id = u.id WHERE u.email = $1`,
      [email, hash, MINUTES],
    );
    if (rowCount === 0) throw new SettingError(`There is no account with the address ${email}.`);
    return `With this link ${email} chooses a new password, once, within ${MINUTES} minutes:\n${publicUrl}/reset-password?token=${token}`;
  } finally {
    await client.end();
  }
});
