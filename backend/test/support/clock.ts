import { Clock } from '../../src/platform/clock.ts';
import type { TestApp } from './app.ts';
import { asSuperuser } from './databases.ts';

/** Moves the time of the app's rules and of its jobs, by so many milliseconds from the true one. What is due by then runs. */
export async function moveClock({ nest, database }: TestApp, ms: number): Promise<void> {
  nest.get(Clock).now = () => new Date(Date.now() + ms);
  await asSuperuser(database.superuserUrl, async (client) => {
    await client.query(
      `CREATE OR REPLACE FUNCTION pgboss.job_now() RETURNS timestamptz LANGUAGE sql STABLE
       AS $$ SELECT pg_catalog.now() + interval '${ms} milliseconds' $$`,
    );
  });
}
