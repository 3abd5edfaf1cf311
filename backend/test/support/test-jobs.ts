import { Module, type DynamicModule } from '@nestjs/common';
import { Client } from 'pg';
import { AppModule } from '../../src/app.module.ts';
import type { Settings } from '../../src/platform/config/settings.ts';
import { Database } from '../../src/platform/database/database.ts';
import { Jobs, type JobIds, type JobWork } from '../../src/platform/jobs/jobs.ts';
import type { TestApp } from './app.ts';
import { asSuperuser } from './databases.ts';
import { waitFor } from './sockets.ts';
import { PASSWORDS } from './test-database.ts';
import { createJobQueues } from '../../migrations/job-queues.ts';

/** The application with jobs that only a test has; its queues are made as a migration makes them. */
export function withJobs(works: Record<string, JobWork<JobIds>>) {
  return (settings: Settings): DynamicModule => {
    @Module({
      imports: [AppModule.with(settings)],
      providers: [
        {
          provide: 'test jobs',
          inject: [Jobs],
          useFactory: async (jobs: Jobs) => {
            const owner = new Client({ connectionString: ownerUrl(settings) });
            await owner.connect();
            await createJobQueues(owner as never, Object.keys(works));
            await owner.end();
            for (const [kind, work] of Object.entries(works)) jobs.register(kind, work);
          },
        },
      ],
    })
    class TestModule {}
    return { module: TestModule };
  };
}

/** Runs a chore as its schedule does, to its end. */
export async function runChore({ nest, database }: TestApp, kind: string): Promise<void> {
  const done = () => asSuperuser(database.superuserUrl, async (client) => (await client.query(`SELECT 1 FROM pgboss.job WHERE name = $1 AND state = 'completed'`, [kind])).rowCount!);
  const before = await done();
  await nest.get(Database).run({ scope: { tenantId: null, userId: null } }, () => nest.get(Jobs).enqueue(kind, {}));
  await waitFor(async () => (await done()) > before || undefined);
}

/** The owner of the database that an app runs on. */
function ownerUrl({ database }: Settings): string {
  const url = new URL(database.url);
  [url.username, url.password] = ['kontor_owner', PASSWORDS.owner];
  return url.href;
}
