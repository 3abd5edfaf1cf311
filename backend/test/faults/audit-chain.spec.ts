import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntryBody } from '../../src/platform/audit/audit.shape.ts';
import { CountedEntries } from '../../src/platform/audit/counted-entries.ts';
import type { LinkedRecord } from '../../src/platform/audit/chain.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { newTenant, signIn, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { waitFor } from '../support/sockets.ts';

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'kontor-audit-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

/** The command, as an operator runs it. */
async function verify(...args: string[]): Promise<string> {
  const command = resolve(import.meta.dirname, '../../src/commands/audit-verify.ts');
  const env = { PATH: process.env['PATH'], DATABASE_MIGRATION_URL: app.database.url('owner') };
  const run = promisify(execFile)(process.execPath, ['--no-warnings', command, ...args], { env });
  return run.then(({ stdout }) => stdout, (error: { stderr: string }) => error.stderr);
}

/** Past the trigger, as only who administers the database can. */
const tamper = (text: string, values: unknown[]) =>
  asSuperuser(app.database.superuserUrl, async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query(text, values);
  });

/** A workspace with six entries, and the chain of the first five as its owner has taken it away: that is the sixth. */
async function chained(): Promise<{ owner: Person; lines: LinkedRecord[] }> {
  const owner = await (await newTenant(app)).join({ role: 'owner' });
  for (let n = 0; n < 4; n += 1) await signIn(app, owner.email);
  const linked = (count: number) =>
    waitFor(async () => {
      const { items } = bodyOf<{ items: AuditEntryBody[] }>(await owner.get('/audit-entries').expect(200));
      return items.filter(({ position }) => position !== null).length === count || undefined;
    });
  await linked(5);
  // supertest gives what is no text of a kind it knows as bytes.
  const { body } = (await owner.get('/audit-entries/chain').responseType('blob').expect(200)) as { body: Buffer };
  await app.nest.get(CountedEntries, { strict: false }).write(Infinity);
  await linked(6);
  const lines = body.toString().trim().split('\n');
  return { owner, lines: lines.map((line) => JSON.parse(line) as LinkedRecord) };
}

async function kept(lines: LinkedRecord[]): Promise<string> {
  const file = join(folder, `${lines[0]!.tenantId}.jsonl`);
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
}

describe('the chain of a workspace', () => {
  it('is whole, in the database and in a file', async () => {
    const { lines } = await chained();
    expect(lines.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    expect(await verify(await kept(lines))).toContain(`5 entries intact, the last 5:${lines[4]!.hash}`);
    expect(await verify()).not.toContain('FAULTS');
  });

  it('shows a changed entry', async () => {
    const { lines } = await chained();
    await tamper(`UPDATE audit_entries SET address = '192.0.2.1' WHERE tenant_id = $1 AND position = 3`, [lines[0]!.tenantId]);
    expect(await verify()).toMatch(new RegExp(`1 FAULTS; 5 entries intact.*\\n  3 changed \\(${lines[2]!.id}\\)`));
    await tamper(`UPDATE audit_entries SET address = '127.0.0.1' WHERE tenant_id = $1 AND position = 3`, [lines[0]!.tenantId]);
    expect(await verify()).not.toContain('FAULTS');
    expect(await verify(await kept(lines.with(2, { ...lines[2]!, actorId: lines[2]!.tenantId })))).toContain('3 changed');
  });

  it('shows a removed entry, also the last', async () => {
    const { lines } = await chained();
    expect(await verify(await kept(lines.toSpliced(1, 1)))).toContain('1 FAULTS; 4 entries intact');
    const file = await kept(lines.slice(0, 4));
    expect(await verify(file)).not.toContain('FAULTS');
    expect(await verify(file, '--end', `5:${lines[4]!.hash}`)).toContain('5 removed');
    await tamper('DELETE FROM audit_entries WHERE tenant_id = $1 AND position IN (2, 6)', [lines[0]!.tenantId]);
    expect(await verify()).toMatch(/2 FAULTS; 4 entries intact.*\n {2}2 removed\n {2}6 removed/);
    await tamper('DELETE FROM audit_chains WHERE tenant_id = $1', [lines[0]!.tenantId]);
    await tamper('DELETE FROM audit_entries WHERE tenant_id = $1', [lines[0]!.tenantId]);
  });

  it('shows an inserted entry', async () => {
    const { lines } = await chained();
    const copy = `INSERT INTO audit_entries SELECT (e).* FROM (SELECT jsonb_populate_record(e, jsonb_build_object('id', uuidv7(), 'position', e.position + 1)) AS e FROM audit_entries e WHERE tenant_id = $1 AND position = 6) e`;
    await tamper(copy, [lines[0]!.tenantId]);
    expect(await verify()).toMatch(/1 FAULTS; 6 entries intact.*\n {2}7 inserted/);
    expect(await verify(await kept(lines.toSpliced(2, 0, { ...lines[1]!, id: lines[0]!.tenantId })))).toContain('2 inserted');
    expect(await verify(await kept([...lines, { ...lines[4]!, position: 6 }]))).toContain('6 changed');
  });
});
