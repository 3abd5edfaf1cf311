import { EnvironmentReader } from '../platform/config/environment.ts';
import { migrate } from '../platform/database/migrations.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const ran = await migrate(new EnvironmentReader(process.env).postgres('DATABASE_MIGRATION_URL'));
  return ran.length === 0 ? 'The database is up to date.' : `Migrated: ${ran.join(', ')}.`;
});
