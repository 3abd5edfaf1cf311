import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { connectionConfig } from '../database/pool.ts';
import { sql } from '../database/statement.ts';
import { reportError } from '../telemetry/report-error.ts';
import { RECORD_COLUMNS } from './audit-rows.ts';
import { CHAIN_BEGIN, hashOf, type AuditRecord, type ChainEnd } from './chain.ts';

const POLL_MS = 1_000;
const BATCH = 500;
const QUERY_TIMEOUT_MS = 10_000;
const PRUNE_MS = 3_600_000;

/** One linker at a time: a chain has one end. */
const LOCK = sql<{ isMine: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtext('kontor audit')) AS "isMine"`);
const UNLINKED = sql<AuditRecord>(`SELECT ${RECORD_COLUMNS} FROM audit_entries e WHERE e.position IS NULL ORDER BY e.tenant_id, e.id LIMIT ${BATCH}`);
const ENDS = sql<ChainEnd & { tenantId: string }>(`
  SELECT tenant_id AS "tenantId", position, encode(hash, 'hex') AS hash FROM audit_chains WHERE tenant_id = ANY($1::uuid[])`);
const LINK = sql(`
  UPDATE audit_entries e SET position = l.position, hash = decode(l.hash, 'hex')
  FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[]) AS l (tenant_id, id, position, hash)
  WHERE e.tenant_id = l.tenant_id AND e.id = l.id AND e.position IS NULL`);
const END = sql(`
  INSERT INTO audit_chains (tenant_id, position, hash)
  SELECT tenant_id, position, decode(hash, 'hex') FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS c (tenant_id, position, hash)
  ON CONFLICT (tenant_id) DO UPDATE SET position = excluded.position, hash = excluded.hash`);
/** Of what came from nobody's workspace; a bounded number at a time. */
const PRUNE = sql(`
  DELETE FROM outside_audit_entries WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM outside_audit_entries WHERE at < now() - interval '90 days' ORDER BY at LIMIT 5000))`);

/**
 * Puts new entries into the chains of their workspaces, after they were committed: in the transaction of the request a
 * chain would make the writers of a workspace wait for each other.
 */
@Injectable()
export class AuditLinker implements OnApplicationBootstrap, OnApplicationShutdown {
  #client: Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;
  #prunedAt = 0;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  onApplicationBootstrap(): void {
    if (this.settings.roles.has('worker')) this.#plan(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#round;
    await this.#client?.end().catch(() => undefined);
  }

  #plan(ms: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#round = this.#link().then(
        (linked) => this.#plan(linked === BATCH ? 0 : POLL_MS),
        (error: unknown) => {
          reportError(error, { category: 'audit', severity: 'warning' });
          void this.#client?.end().catch(() => undefined);
          this.#client = undefined;
          this.#plan(POLL_MS);
        },
      );
    }, ms).unref();
  }

  /** Links what waits, and answers how much it was. */
  async #link(): Promise<number> {
    const client = (this.#client ??= await this.#connected());
    await client.query('BEGIN');
    const [lock] = (await client.query<{ isMine: boolean }>(LOCK)).rows;
    const { rows } = lock?.isMine ? await client.query<AuditRecord>(UNLINKED) : { rows: [] };
    if (rows.length > 0) await this.#chain(client, rows);
    if (lock?.isMine && Date.now() > this.#prunedAt + PRUNE_MS) {
      this.#prunedAt = Date.now();
      await client.query(PRUNE);
    }
    await client.query('COMMIT');
    return rows.length;
  }

  async #chain(client: Client, entries: AuditRecord[]): Promise<void> {
    const tenants = [...new Set(entries.map(({ tenantId }) => tenantId))];
    const known = await client.query<ChainEnd & { tenantId: string }>({ ...ENDS, values: [tenants] });
    const ends = new Map<string, ChainEnd>(known.rows.map(({ tenantId, ...end }) => [tenantId, end]));
    const links = entries.map((entry) => {
      const before = ends.get(entry.tenantId) ?? CHAIN_BEGIN;
      const end = { position: before.position + 1, hash: hashOf(entry, before) };
      ends.set(entry.tenantId, end);
      return end;
    });
    await client.query({
      ...LINK,
      values: [entries.map(({ tenantId }) => tenantId), entries.map(({ id }) => id), links.map(({ position }) => position), links.map(({ hash }) => hash)],
    });
    const last = [...ends];
    await client.query({ ...END, values: [last.map(([tenantId]) => tenantId), last.map(([, { position }]) => position), last.map(([, { hash }]) => hash)] });
  }

  async #connected(): Promise<Client> {
    const config = { ...connectionConfig(this.settings.database.systemUrl), application_name: 'kontor audit', query_timeout: QUERY_TIMEOUT_MS };
    const client = new Client(config);
    const forget = () => {
      if (this.#client === client) this.#client = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    return client;
  }
}
