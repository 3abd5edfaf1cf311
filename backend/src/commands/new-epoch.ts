import { Client } from 'pg';
import { EnvironmentReader } from '../platform/config/environment.ts';
import { runCommand } from './run-command.ts';

/** After a restore: tells every reader that sequence numbers mean something else from here on. */
await runCommand(async () => {
  const client = new Client({ connectionString: new EnvironmentReader(process.env).postgres('DATABASE_MIGRATION_URL') });
  await client.connect();
  try {
    const { rows } = await client.query<{ epoch: string }>(`UPDATE instance SET epoch = encode(uuid_send(gen_random_uuid()), 'hex') RETURNING epoch`);
    return `The epoch is ${rows[0]?.epoch} now. Readers will read everything anew.`;
  } finally {
    await client.end();
  }
});
