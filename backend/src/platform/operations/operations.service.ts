import { Injectable } from '@nestjs/common';
import type { OperationKind, Outcome } from '@kontor/contracts/operations';
import { v7 as uuidv7 } from 'uuid';
import { SecurityDecisions } from '../access/security-decisions.ts';
import { Clock } from '../clock.ts';
import { currentActor } from '../context.ts';
import { Database } from '../database/database.ts';
import { Invalid, NotFound, ProblemError } from '../http/problems.ts';
import type { PageQuery } from '../http/pagination.ts';
import type { PageOf } from '../http/shapes.ts';
import { Jobs } from '../jobs/jobs.ts';
import { OperationItems } from './operation-items.ts';
import { OperationKinds, type Operation, type OperationFile } from './operation-kinds.ts';
import type { OperationBody, OperationItemBody } from './operation.shape.ts';
import { ADVANCE, BEGIN_AT_ONCE, CANCEL, CREATE_OPERATION, expiryOf, OPERATIONS, operationBody, OWN_OPERATION, SET_TOTAL, type OperationRow } from './operations.queries.ts';

export interface NewOperation {
  kind: OperationKind;
  parameters: object;
  /** Adds the items and answers how many there are; null where that shows only in the work. */
  fill: (operationId: string) => Promise<number | null>;
  /** With no more items than this the work is done before this answers. */
  atOnce?: number;
  /** Only looks at what would become of each item. */
  isDryRun?: boolean;
}

/** What takes data out of the workspace, or brings it in. */
const DATA_MOVES: Partial<Record<OperationKind, 'exported' | 'imported'>> = { ticket_export: 'exported', contact_export: 'exported', contact_import: 'imported' };

/** The job that does one step of an operation. */
export const OPERATION_STEP = 'operation-step';

/** Long work of the members: started, followed, left, found again. Everybody sees their own only. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly database: Database,
    private readonly kinds: OperationKinds,
    private readonly items: OperationItems,
    private readonly jobs: Jobs,
    private readonly decisions: SecurityDecisions,
    private readonly clock: Clock,
  ) {}

  async start({ kind, parameters, fill, atOnce = 0, isDryRun }: NewOperation): Promise<OperationBody> {
    const id = uuidv7();
    // The steps are taken in the role of the member: an API key begins nothing that it could not do itself.
    currentActor().require(this.kinds.of(kind).permissions({ ...NOT_BEGUN, id, kind, parameters: parameters as Operation['parameters'] }));
    await this.database.query(CREATE_OPERATION, [id, currentActor().userId, kind, parameters]);
    const total = await fill(id);
    await this.database.query(SET_TOTAL, [id, total]);
    const moves = DATA_MOVES[kind];
    if (moves && !isDryRun) this.decisions.tell({ action: moves, subjectId: id, details: { kind } });
    if (total !== null && total <= atOnce) await this.#finishAtOnce(id);
    else await this.jobs.enqueue(OPERATION_STEP, { operationId: id }, { key: id });
    return this.read(id);
  }

  /** One step, in the present transaction. @throws Forbidden where the member may no longer do this */
  async advance(id: string): Promise<boolean> {
    const operation = await this.own(id);
    const work = this.kinds.of(operation.kind);
    currentActor().require(work.permissions(operation));
    const { position, total = operation.total, cursor = operation.cursor, counts, isDone } = await work.step(operation);
    const now = this.clock.now();
    await this.database.query(ADVANCE, [id, position, cursor, counts, isDone, now, expiryOf(operation.kind, now), total]);
    return isDone;
  }

  async list(query: PageQuery): Promise<PageOf<OperationBody>> {
    const mine = { text: 'o.user_id = ?', values: [currentActor().userId] };
    const page = await OPERATIONS(this.database, [mine], { ...query, sort: '-createdAt' });
    return { ...page, items: page.items.map((row) => this.#body(row)) };
  }

  async read(id: string): Promise<OperationBody> {
    return this.#body(await this.own(id));
  }

  /** @throws NotFound also where another member started it */
  async own(id: string): Promise<OperationRow> {
    const row = await this.database.one(OWN_OPERATION, [id, currentActor().userId]);
    if (!row) throw new NotFound();
    return row;
  }

  /** In their order, those with one outcome or all. */
  async itemsOf(id: string, { limit, cursor, outcome }: PageQuery & { outcome?: Outcome }): Promise<PageOf<OperationItemBody>> {
    const operation = await this.own(id);
    const work = this.kinds.of(operation.kind);
    const rows = await this.items.next(operation, positionOf(cursor), limit + 1, outcome);
    const shown = rows.slice(0, limit);
    const subjects = shown.flatMap(({ subjectId }) => subjectId ?? []);
    const labels = subjects.length > 0 ? await work.labels?.(subjects) : undefined;
    return {
      items: shown.map(({ data, subjectId, ...item }) => {
        const label = subjectId === null ? work.label?.({ ...item, subjectId, data }) : labels?.get(subjectId);
        // What the reader may not see has no id either.
        return { ...item, subjectId: label === undefined ? null : subjectId, label: label ?? null };
      }),
      nextCursor: rows.length > limit ? String(shown.at(-1)!.position) : null,
    };
  }

  /** Ends it after the step that is under way; what is done stays done. One that has ended stays as it is. */
  async cancel(id: string): Promise<OperationBody> {
    const { kind } = await this.own(id);
    const now = this.clock.now();
    await this.database.query(CANCEL, [id, currentActor().userId, now, expiryOf(kind, now)]);
    return this.read(id);
  }

  /** @throws NotFound where there is no file, Forbidden, ProblemError GONE once it has expired */
  async file(id: string): Promise<{ operation: Operation; file: OperationFile }> {
    const operation = await this.own(id);
    const { file } = this.kinds.of(operation.kind);
    if (!file || operation.state !== 'done') throw new NotFound();
    currentActor().require([file.permission]);
    if (this.#hasExpired(operation)) throw new ProblemError('GONE', 'The file was kept for a while only. Start anew.');
    return { operation, file };
  }

  async #finishAtOnce(id: string): Promise<void> {
    await this.database.query(BEGIN_AT_ONCE, [id]);
    while (!(await this.advance(id)));
  }

  #body(row: OperationRow): OperationBody {
    const { file } = this.kinds.of(row.kind);
    return operationBody(row, row.state === 'done' && file !== undefined && !this.#hasExpired(row));
  }

  #hasExpired({ expiresAt }: OperationRow): boolean {
    return expiresAt !== null && Date.parse(expiresAt) <= this.clock.now().getTime();
  }
}

const NOT_BEGUN = { state: 'queued', total: null, position: 0, cursor: null, counts: {} } as const;

function positionOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw Invalid.field('?cursor', 'INVALID_FORMAT', 'Is not a cursor of this list.');
  return Number(cursor);
}
