import { randomBytes } from 'node:crypto';
import { afterAll, expect, it } from '@jest/globals';
import { migrate, migrationFiles } from '../../src/platform/database/migrations.ts';
import { createRoles } from '../../src/platform/database/roles.ts';
import { asSuperuser } from '../support/databases.ts';
import { PASSWORDS, roleUrl } from '../support/test-database.ts';

const superuserUrl = process.env['KONTOR_TEST_SUPERUSER_URL']!;
const name = `kontor_${randomBytes(6).toString('hex')}`;
afterAll(() => asSuperuser(superuserUrl, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))));

it('are run once, from however many places they are started at once, and again do nothing', async () => {
  await createRoles(superuserUrl, { database: name, passwords: PASSWORDS });
  const run = () => migrate(roleUrl(superuserUrl, 'owner', name));
  const ran = await Promise.all([run(), run(), run()]);
  const count = (await migrationFiles()).length;
  expect(ran.map(({ length }) => length).sort((a, b) => a - b)).toEqual([0, 0, count]);
  expect(await run()).toEqual([]);
}, 60_000);
