import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import type { Subscription } from 'rxjs';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { connectionConfig } from '../database/pool.ts';
import { sql } from '../database/statement.ts';
import { relayLag, relayPublished } from '../telemetry/metrics.ts';
import { reportError } from '../telemetry/report-error.ts';
import { EVENT_COLUMNS, envelopeOf, type EventRow } from './envelope.ts';
import { EventPublisher } from './event-publisher.ts';
import { RelayHint } from './relay-hint.ts';

const POLL_MS = 500;
const RETRY_MS = 500;
/** Without a round for this long the relay is behind. */
const BEHIND_MS = 5_000;
const QUERY_TIMEOUT_MS = 10_000;
const BATCH = 500;
/** One leader a database, by session advisory lock: it is gone with its connection. */
const LOCK = sql<{ leads: boolean }>(`SELECT pg_try_advisory_lock(hashtext('kontor relay')) AS leads`);
const EPOCH = sql<{ epoch: string }>('SELECT epoch FROM instance');
const BEHIND = sql<EventRow>(`
  SELECT ${EVENT_COLUMNS} FROM event_counters c
  LEFT JOIN relay_cursors r ON r.tenant_id = c.tenant_id AND r.channel = c.channel
  CROSS JOIN LATERAL (
    SELECT * FROM events e WHERE e.tenant_id = c.tenant_id AND e.channel = c.channel AND e.seq > coalesce(r.seq, 0)
    ORDER BY e.seq LIMIT ${BATCH}) e
  WHERE c.seq > coalesce(r.seq, 0)`);
const ADVANCE = sql(`
  INSERT INTO relay_cursors (tenant_id, channel, seq)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[])
  ON CONFLICT (tenant_id, channel) DO UPDATE SET seq = excluded.seq`);

/**
 * Publishes committed events in order, each at least once. The counters say what there is, the relay's own cursors what
 * was published; hints only shorten the wait until the next look.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  #client: Client | undefined;
  #epoch = '';
  /** When the last round ended well, in ms; 0 while another process leads. */
  #wellAt = 0;
  /** When it was last seen that another process leads, in ms. */
  #spareAt = 0;
  /** Told of once, however often it is tried again. */
  #isInTrouble = false;
  #stopped = false;
  #again = false;
  #wake: () => void = () => undefined;
  #loop: Promise<void> = Promise.resolve();
  #hints: Subscription | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly publisher: EventPublisher,
    private readonly hint: RelayHint,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.roles.has('worker')) return;
    this.#hints = this.hint.given.subscribe(() => this.#nudge());
    this.#loop = this.#run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    this.#hints?.unsubscribe();
    this.#nudge();
    await this.#loop;
    await this.#giveUp();
  }

  /** True while this process leads and keeps up. */
  get leads(): boolean {
    return Date.now() - this.#wellAt < BEHIND_MS;
  }

  /** True where this process should publish and does not. One that waits beside others over Redis is a spare, and well. */
  get isBehind(): boolean {
    if (!this.settings.roles.has('worker') || this.leads) return false;
    return this.settings.redisUrl === undefined || Date.now() - this.#spareAt > BEHIND_MS;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        if (await this.#lead()) await this.#rounds();
      } catch (error) {
        if (!this.#stopped && !this.#isInTrouble) reportError(error, { category: 'relay', severity: 'warning' });
        this.#isInTrouble = true;
        void this.#giveUp();
      }
      this.#wellAt = 0;
      if (!this.#stopped) await this.#sleep(RETRY_MS);
    }
  }

  /** Another process may have what this one lacks. */
  async #giveUp(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #lead(): Promise<boolean> {
    if (!this.#client) {
      const client = new Client({ ...connectionConfig(this.settings.database.systemUrl), application_name: 'kontor relay', query_timeout: QUERY_TIMEOUT_MS });
      // A broken connection may tell so late, when another one has taken its place.
      const forget = () => {
        if (this.#client === client) this.#client = undefined;
      };
      client.on('error', forget);
      client.on('end', forget);
      await client.connect();
      // An advance that a crash of the database takes back is only published again: none waits for the disk.
      await client.query('SET synchronous_commit TO off');
      this.#client = client;
    }
    const { rows } = await this.#client.query<{ leads: boolean }>(LOCK);
    if (rows[0]?.leads !== true) {
      this.#spareAt = Date.now();
      return false;
    }
    this.#epoch = (await this.#client.query<{ epoch: string }>(EPOCH)).rows[0]!.epoch;
    return true;
  }

  async #rounds(): Promise<void> {
    while (!this.#stopped && this.#client) {
      this.#again = false;
      const published = await this.#publishBehind(this.#client);
      this.#wellAt = Date.now();
      this.#isInTrouble = false;
      if (published < BATCH && !this.#again) await this.#sleep(POLL_MS);
    }
  }

  /** Publishes first and advances after: a crash in between publishes again, and readers drop what they have seen. */
  async #publishBehind(client: Client): Promise<number> {
    const { rows } = await client.query<EventRow>(BEHIND);
    // While nothing can be published this grows with each try.
    relayLag.set(Math.max(0, ...rows.map((row) => Date.now() - Date.parse(row.occurred_at))) / 1_000);
    if (rows.length === 0) return 0;
    await this.publisher.publish(rows.map((row) => ({ tenantId: row.tenant_id, envelope: envelopeOf(row, this.#epoch) })));
    relayPublished.inc(rows.length);
    const last = [...new Map(rows.map((row) => [`${row.tenant_id} ${row.channel}`, row])).values()];
    await client.query({
      ...ADVANCE,
      values: [last.map((row) => row.tenant_id), last.map((row) => row.channel), last.map((row) => row.seq)],
    });
    return rows.length;
  }

  #nudge(): void {
    this.#again = true;
    this.#wake();
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
