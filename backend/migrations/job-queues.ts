import type { QueryRunner } from 'typeorm';

/** Where jobs go that have failed for good; from there operators send them back. */
export const DEAD_LETTERS = 'dead-letters';

interface QueueOptions {
  /** Seconds that a try may take. */
  expireInSeconds?: number;
}

/**
 * A queue for each kind of job. `short`: with the same key one waits at a time. A worker that died is noticed by its
 * missing heartbeat.
 */
export async function createJobQueues(runner: QueryRunner, kinds: readonly string[], { expireInSeconds = 900 }: QueueOptions = {}): Promise<void> {
  for (const kind of kinds) {
    const options = { policy: 'short', deadLetter: DEAD_LETTERS, expireInSeconds, heartbeatSeconds: 10, deleteAfterSeconds: 86_400, retentionSeconds: 30 * 86_400 };
    await runner.query('SELECT pgboss.create_queue($1, $2::jsonb)', [kind, JSON.stringify(options)]);
  }
}

export async function dropJobQueues(runner: QueryRunner, kinds: readonly string[]): Promise<void> {
  for (const kind of kinds) {
    await runner.query('DELETE FROM pgboss.schedule WHERE name = $1', [kind]);
    await runner.query('SELECT pgboss.delete_queue($1)', [kind]);
  }
}
