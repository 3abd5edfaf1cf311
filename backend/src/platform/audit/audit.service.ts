import { Injectable, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { Actor } from '../access/actor.ts';
import { SecurityDecisions } from '../access/security-decisions.ts';
import { Clock } from '../clock.ts';
import { currentActor } from '../context.ts';
import { csvFile } from '../csv/csv-answer.ts';
import { csvLine, type Cell } from '../csv/csv.ts';
import { Database } from '../database/database.ts';
import type { PageOf } from '../http/shapes.ts';
import { measureQueryTime } from '../telemetry/measure-query-time.ts';
import type { AuditFileQuery, AuditQuery } from './audit.dto.ts';
import { CHAIN, conditionsOf, ENTRIES } from './audit.queries.ts';
import type { AuditEntryBody } from './audit.shape.ts';
import { CHAIN_BEGIN } from './chain.ts';

/** Entries that are read at a time; each time the session is proven anew. */
const AT_A_TIME = 1_000;

const COLUMNS: Record<string, (entry: AuditEntryBody) => Cell> = {
  at: (entry) => entry.at,
  action: (entry) => entry.action,
  actorType: (entry) => entry.actor.type,
  actorId: (entry) => entry.actor.id,
  actor: (entry) => entry.actor.name,
  subjectType: (entry) => entry.subject.type,
  subjectId: (entry) => entry.subject.id,
  subject: (entry) => entry.subject.name,
  details: (entry) => JSON.stringify(entry.details),
  count: (entry) => entry.count,
  address: (entry) => entry.address,
  userAgent: (entry) => entry.userAgent,
  traceId: (entry) => entry.traceId,
  position: (entry) => entry.position,
  hash: (entry) => entry.hash,
};

/** What the audit of the workspace says. */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    private readonly decisions: SecurityDecisions,
    private readonly clock: Clock,
  ) {}

  list(query: AuditQuery): Promise<PageOf<AuditEntryBody>> {
    return measureQueryTime(() => ENTRIES(this.database, conditionsOf(query), query), { operation: 'audit-list' });
  }

  file(query: AuditFileQuery): StreamableFile {
    return csvFile(this.#nameOf('audit'), this.#csv(query, currentActor()));
  }

  /** The chain in its order, one entry a line, as `audit:verify` reads it. */
  chain(): StreamableFile {
    const disposition = `attachment; filename="${this.#nameOf('audit_chain')}.jsonl"`;
    return new StreamableFile(Readable.from(this.#lines(currentActor())), { type: 'application/jsonl; charset=utf-8', disposition });
  }

  async *#csv(query: AuditFileQuery, actor: Actor): AsyncGenerator<string> {
    const cells = Object.values(COLUMNS);
    yield csvLine(Object.keys(COLUMNS));
    let cursor: string | undefined;
    do {
      const part = { limit: AT_A_TIME, sort: '-at', ...(cursor !== undefined && { cursor }) };
      const { items, nextCursor } = await this.#read(actor, () => ENTRIES(this.database, conditionsOf(query), part));
      yield items.map((entry) => csvLine(cells.map((cell) => cell(entry)))).join('');
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  async *#lines(actor: Actor): AsyncGenerator<string> {
    let last = CHAIN_BEGIN;
    for (;;) {
      const after = last.position;
      const entries = await this.#read(actor, () => this.database.query(CHAIN, [after, AT_A_TIME]));
      yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      const end = entries.at(-1);
      if (!end || entries.length < AT_A_TIME) return;
      last = end;
    }
  }

  /** No connection waits for a slow reader. */
  #read<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    const scope = { sessionId: actor.sessionId, authVersion: actor.authVersion };
    return this.database.run({ scope, actor, reading: true }, work);
  }

  #nameOf(kind: 'audit' | 'audit_chain'): string {
    this.decisions.tell({ action: 'exported', details: { kind } });
    return `${kind.replace('_', '-')}-${this.clock.now().toISOString().slice(0, 10)}`;
  }
}
