import { EnvironmentReader } from '../../../backend/src/platform/config/environment.ts';
import { createRoles } from '../../../backend/src/platform/database/roles.ts';
import { Failure, messageOf } from '../failure.ts';
import { readSettings } from '../settings.ts';

/**
 * Prepares a PostgreSQL server of your own: as the superuser of `DATABASE_SUPERUSER_URL`, creates the database and the
 * roles with the passwords that the three database addresses carry. Running it again sets the passwords anew.
 */
export async function run(): Promise<number> {
  const { databases } = readSettings();
  if (!databases) throw new Failure('DATABASE_URL is not set: it says which database to create.');
  const superuser = new EnvironmentReader(process.env).optional('DATABASE_SUPERUSER_URL');
  if (!superuser) throw new Failure('DATABASE_SUPERUSER_URL is not set: only a superuser can create roles.');
  const passwords = {
    owner: passwordOf('DATABASE_MIGRATION_URL', databases.owner, 'kontor_owner'),
    app: passwordOf('DATABASE_URL', databases.app, 'kontor_app'),
    system: passwordOf('DATABASE_SYSTEM_URL', databases.system, 'kontor_system'),
  };
  const database = decodeURIComponent(new URL(databases.app).pathname.slice(1));
  await createRoles(superuser, { database, passwords }).catch((error: unknown) => {
    throw new Failure(`The roles could not be created: ${messageOf(error)}`);
  });
  console.log(`The database "${database}" and its roles are there.`);
  return 0;
}

function passwordOf(setting: string, address: string, role: string): string {
  const { username, password } = new URL(address);
  if (username !== role) throw new Failure(`${setting} must sign in as ${role}, not as "${username}".`);
  if (!password) throw new Failure(`${setting} carries no password for ${role}.`);
  return decodeURIComponent(password);
}
