import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { EnvironmentReader, SettingError } from '../platform/config/environment.ts';
import { connectionConfig } from '../platform/database/pool.ts';
import { DEAD_LETTERS, JOB_SCHEMA } from '../platform/jobs/jobs.ts';
import { QUEUE_FIGURES, type QueueFigures } from '../platform/jobs/queue-figures.ts';
import { runCommand } from './run-command.ts';

const AT_A_TIME = 1_000;
const HELP = `jobs                              what waits, runs and has failed, by queue
jobs dead [--kind <kind>]         the dead letters, the oldest first
jobs replay <id …>                sends dead letters back
jobs replay --kind <kind> [--before <instant>]   sends a range back; --all for every kind`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { kind: { type: 'string' }, before: { type: 'string' }, all: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [verb, ...ids] = positionals;
  const url = new EnvironmentReader(process.env).postgres('DATABASE_SYSTEM_URL');
  if (verb === undefined) return list(url);
  if (verb === 'dead') return dead(url, values.kind);
  if (verb !== 'replay') throw new SettingError(HELP);
  if (ids.length === 0 && values.kind === undefined && !values.all) throw new SettingError(`Say which.\n${HELP}`);
  return replay(url, { ids, kind: values.kind, before: instant(values.before) });
});

function instant(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new SettingError('--before must be an instant such as 2026-11-21T10:00:00Z.');
  return at;
}

async function asked<Row extends object>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client(connectionConfig(url));
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function list(url: string): Promise<string> {
  const queues = await asked<QueueFigures>(url, QUEUE_FIGURES.text);
  const rows = queues.map(({ kind, ready, later, active, failed, dead: lost, oldest }) => [kind, ready, later, active, failed, lost, oldest === null ? '' : `${Math.round(oldest)} s`].map(String));
  return table([['queue', 'ready', 'later', 'running', 'failed', 'dead', 'oldest waits'], ...rows]);
}

async function dead(url: string, kind: string | undefined): Promise<string> {
  const rows = await asked<{ line: string[] }>(
    url,
    `SELECT ARRAY[id::text, source_name, coalesce(data->>'tenantId', ''), created_on::text, left(coalesce(source_output->>'message', ''), 120)] AS line
     FROM ${JOB_SCHEMA}.job WHERE name = $1 AND state = 'created' AND ($2::text IS NULL OR source_name = $2) ORDER BY created_on LIMIT ${AT_A_TIME}`,
    [DEAD_LETTERS, kind ?? null],
  );
  return rows.length === 0 ? 'There are no dead letters.' : table([['id', 'kind', 'workspace', 'since', 'error'], ...rows.map(({ line }) => line)]);
}

async function replay(url: string, { ids, kind, before }: { ids: string[]; kind: string | undefined; before: Date | undefined }): Promise<string> {
  const boss = new PgBoss({ connectionString: url, schema: JOB_SCHEMA, migrate: false, createSchema: false, supervise: false, schedule: false, max: 1 });
  boss.on('error', (error) => console.error(error.message));
  await boss.start();
  try {
    const filter = { ...(ids.length > 0 && { ids }), ...(kind !== undefined && { sourceName: kind }), createdBefore: before ?? new Date(), limit: AT_A_TIME };
    let sent = 0;
    for (let moved = AT_A_TIME; moved === AT_A_TIME; sent += moved) moved = await boss.redrive(DEAD_LETTERS, filter);
    return `${sent} sent back.`;
  } finally {
    await boss.stop({ graceful: false });
  }
}

function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n');
}
