import { describe, expect, it } from '@jest/globals';
import { copyTemplate, asSuperuser } from '../support/databases.ts';
import { startApp } from '../support/app.ts';

describe('the backend does not start as a role that row-level security does not bind', () => {
  it.each([
    ['a superuser', '', (url: { superuserUrl: string }) => url.superuserUrl],
    ['the owner', '', (url: { url: (role: 'owner') => string }) => url.url('owner')],
    ['a member of the owner', 'GRANT kontor_owner TO $', null],
    ['BYPASSRLS', 'ALTER ROLE $ BYPASSRLS', null],
  ] as const)('%s', async (_, grant, urlOf) => {
    const database = await copyTemplate();
    const role = `rogue_${database.name}`;
    const sql = (text: string) => asSuperuser(database.superuserUrl, (client) => client.query(text.replace('$', role)));
    if (grant) {
      await sql(`CREATE ROLE $ LOGIN PASSWORD 'rogue'`);
      await sql(grant);
    }
    const own = new URL(database.superuserUrl);
    Object.assign(own, { username: role, password: 'rogue' });
    await expect(startApp({ DATABASE_URL: urlOf ? urlOf(database) : own.href })).rejects.toThrow(/row-level security does not bind; use kontor_app/);
    if (grant) await sql('DROP ROLE $');
    await database.drop();
  });
});
