import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { LINKED_COLUMNS } from '../platform/audit/audit-rows.ts';
import { verifyChain, type ChainEnd, type ChainReport, type LinkedRecord } from '../platform/audit/chain.ts';
import { EnvironmentReader, SettingError } from '../platform/config/environment.ts';
import { connectionConfig } from '../platform/database/pool.ts';
import { runCommand } from './run-command.ts';

const AT_A_TIME = 1_000;
const MOST_TOLD = 20;

await runCommand(async () => {
  const { file, end } = parsed();
  const reports = file === undefined ? await ofDatabase() : [{ name: file, report: await verifyChain(linesOf(file), end) }];
  const text = reports.map(({ name, report }) => `${name}: ${told(report)}`).join('\n') || 'There is no chain yet.';
  if (reports.some(({ report }) => report.faults.length > 0)) throw new Error(text);
  return text;
});

function parsed(): { file: string | undefined; end?: ChainEnd } {
  const { values, positionals } = parseArgs({ options: { end: { type: 'string' } }, allowPositionals: true });
  const [file] = positionals;
  if (values.end === undefined) return { file };
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(values.end) ?? [];
  if (!position || !hash || file === undefined) throw new SettingError('--end goes with a file, as <position>:<hash> of its last known entry.');
  return { file, end: { position: Number(position), hash } };
}

async function* linesOf(file: string): AsyncGenerator<LinkedRecord> {
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    if (line !== '') yield JSON.parse(line) as LinkedRecord;
  }
}

/** Every workspace, against the ends that the database keeps. */
async function ofDatabase(): Promise<{ name: string; report: ChainReport }[]> {
  const client = new Client(connectionConfig(new EnvironmentReader(process.env).postgres('DATABASE_MIGRATION_URL')));
  await client.connect();
  try {
    // One snapshot: the worker goes on meanwhile.
    await client.query('BEGIN READ ONLY ISOLATION LEVEL REPEATABLE READ');
    const { rows } = await client.query<ChainEnd & { tenantId: string; slug: string }>(`
      SELECT t.id AS "tenantId", t.slug, coalesce(c.position, 0) AS position, coalesce(encode(c.hash, 'hex'), '') AS hash
      FROM tenants t LEFT JOIN audit_chains c ON c.tenant_id = t.id ORDER BY t.slug`);
    const reports = [];
    for (const { tenantId, slug, position, hash } of rows) {
      reports.push({ name: slug, report: await verifyChain(entriesOf(client, tenantId), { position, hash }) });
    }
    return reports;
  } finally {
    await client.end();
  }
}

async function* entriesOf(client: Client, tenantId: string): AsyncGenerator<LinkedRecord> {
  for (let after = 0; ; ) {
    const { rows } = await client.query<LinkedRecord>(
      `SELECT ${LINKED_COLUMNS} FROM audit_entries e WHERE e.tenant_id = $1 AND e.position > $2 ORDER BY e.position LIMIT ${AT_A_TIME}`,
      [tenantId, after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_A_TIME) return;
    after = last.position;
  }
}

function told({ intact, end, faults }: ChainReport): string {
  const whole = `${intact} entries intact, the last ${end.position}:${end.hash}`;
  if (faults.length === 0) return whole;
  const first = faults.slice(0, MOST_TOLD).map(({ position, fault, id }) => `  ${position} ${fault}${id ? ` (${id})` : ''}`);
  return [`${faults.length} FAULTS; ${whole}`, ...first, ...(faults.length > MOST_TOLD ? ['  …'] : [])].join('\n');
}
