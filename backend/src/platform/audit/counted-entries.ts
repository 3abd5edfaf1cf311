import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { reportError } from '../telemetry/report-error.ts';
import { RECORD, type NewAuditEntry } from './audit-entry.ts';

const MINUTE = 60_000;
const LOOK_MS = 1_000;
/** Different entries that are held; what comes on top is counted without its address and workspace. */
const MOST = 1_000;

/**
 * What has no transaction to be written with, since it was refused: counted by minute, address, person and kind, and
 * written when the minute is over, by a step of its own. A flood costs no more memory and rows than `MOST`; a process
 * that is killed loses its last minute.
 */
@Injectable()
export class CountedEntries implements OnModuleInit, BeforeApplicationShutdown {
  #held = new Map<string, { minute: number; entry: NewAuditEntry }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.#timer = setInterval(() => void this.write(), LOOK_MS).unref();
  }

  /** Before the connections are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.write(Infinity);
  }

  count(entry: NewAuditEntry): void {
    const now = this.clock.now();
    const minute = Math.floor(now.getTime() / MINUTE);
    const { action, tenant_id, actor_id, account, subject_id, address, details } = entry;
    const key = JSON.stringify([minute, action, tenant_id, actor_id, account, subject_id, address, details['code']]);
    if (this.#add(key)) return;
    const at = now.toISOString();
    if (this.#held.size < MOST) return void this.#held.set(key, { minute, entry: { ...entry, at } });
    const rest = JSON.stringify([minute, action]);
    if (!this.#add(rest)) this.#held.set(rest, { minute, entry: { ...nobody(entry), at } });
  }

  /** Writes what belongs to minutes before `minute`; what cannot be written waits for the next time. */
  async write(minute = Math.floor(this.clock.now().getTime() / MINUTE)): Promise<void> {
    const due = [...this.#held].filter(([, held]) => held.minute < minute);
    if (due.length === 0) return;
    for (const [key] of due) this.#held.delete(key);
    try {
      await this.database.gate(RECORD, [JSON.stringify(due.map(([, { entry }]) => entry))]);
    } catch (error) {
      reportError(error, { category: 'audit', severity: 'warning' });
      for (const [key, held] of due.slice(0, Math.max(0, MOST - this.#held.size))) this.#held.set(key, held);
    }
  }

  #add(key: string): boolean {
    const held = this.#held.get(key);
    if (held) held.entry.count += 1;
    return held !== undefined;
  }
}

/** One of too many to tell them apart. */
function nobody({ action, subject_type }: NewAuditEntry): NewAuditEntry {
  return { action, subject_type, subject_id: null, actor_type: 'unknown', actor_id: null, details: { others: 'true' }, count: 1, address: null, user_agent: null, trace_id: null };
}
