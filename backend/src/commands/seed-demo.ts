import { seedDemo } from '../demo/seed-demo.ts';
import { EnvironmentReader, SettingError } from '../platform/config/environment.ts';
import { readFilesFolder } from '../platform/config/settings.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const read = new EnvironmentReader(process.env);
  if (!read.flag('KONTOR_DEMO', false)) {
    throw new SettingError('Demo mode only, never in production: set KONTOR_DEMO=true to write the demo tenants.');
  }
  const written = await seedDemo(read.postgres('DATABASE_MIGRATION_URL'), readFilesFolder(read), new Date());
  return written.length === 0 ? 'The demo tenants are there.' : `Demo tenants written: ${written.join(', ')}.`;
});
