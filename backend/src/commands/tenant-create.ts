import { parseArgs } from 'node:util';
import { LOCALES } from '@kontor/contracts/locales';
import { Client } from 'pg';
import { issueToken } from '../platform/access/tokens.ts';
import { EnvironmentReader, SettingError } from '../platform/config/environment.ts';
import { runCommand } from './run-command.ts';

const LIFETIME_DAYS = 7;

await runCommand(async () => {
  const read = new EnvironmentReader(process.env);
  const { name, email, locale, timeZone } = parsed();
  const publicUrl = read.origin('KONTOR_PUBLIC_URL', `http://localhost:${read.whole('KONTOR_WEB_PORT', 3000, { min: 1, max: 65_535 })}`);
  const client = new Client({ connectionString: read.postgres('DATABASE_MIGRATION_URL') });
  await client.connect();
  try {
    const { token, hash } = issueToken('invitation');
    await client.query(
      `WITH made AS (INSERT INTO tenants (name, slug, time_zone, locale) VALUES ($1, $2, $3, $4) RETURNING id)
       INSERT INTO invitations (tenant_id, email, role, token_hash, expires_at)
       SELECT id, $5, 'owner', $6, now() + make_interval(days => $7) FROM made`,
      [name, await freeSlug(client, name), timeZone, locale, email, hash, LIFETIME_DAYS],
    );
    return `${name} is ready. Its owner ${email} joins with this link, once, within ${LIFETIME_DAYS} days:\n${publicUrl}/invitation?token=${token}`;
  } finally {
    await client.end();
  }
});

function parsed(): { name: string; email: string; locale: string; timeZone: string } {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      'owner-email': { type: 'string' },
      locale: { type: 'string', default: 'en' },
      'time-zone': { type: 'string', default: 'UTC' },
    },
  });
  const name = values.name?.trim() ?? '';
  const email = values['owner-email']?.trim().toLowerCase() ?? '';
  if (name === '' || name.length > 120) throw new SettingError('--name must be given, of at most 120 characters.');
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new SettingError('--owner-email must be an e-mail address.');
  if (!LOCALES.some((known) => known === values.locale)) throw new SettingError(`--locale must be one of ${LOCALES.join(', ')}.`);
  if (!isTimeZone(values['time-zone'])) throw new SettingError('--time-zone must be an IANA name such as Europe/Berlin.');
  return { name, email, locale: values.locale, timeZone: values['time-zone'] };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A readable name for addresses; a number tells apart what would be the same. */
async function freeSlug(client: Client, name: string): Promise<string> {
  const plain = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 50).replace(/-$/, '');
  const stem = plain || 'workspace';
  const { rows } = await client.query<{ slug: string }>(`SELECT slug FROM tenants WHERE slug = $1 OR slug LIKE $1 || '-%'`, [stem]);
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
