import { Injectable } from '@nestjs/common';
import type { Outcome } from '@kontor/contracts/operations';
import { Database } from '../database/database.ts';
import type { ProblemError } from '../http/problems.ts';
import { problemOf } from '../http/problem-of.ts';
import { reportError } from '../telemetry/report-error.ts';
import type { Item, Operation, Step } from './operation-kinds.ts';
import { ADD_ITEMS, NEXT_ITEMS, NEXT_ITEMS_OF, NOTE_ITEMS, type ItemRow } from './operations.queries.ts';

/** What became of an item. */
export interface Result {
  outcome: Outcome;
  code?: string | undefined;
  detail?: string | undefined;
}

/** An item that is to be worked on; with an outcome it is done with already. */
export interface NewItem extends Partial<Result> {
  subjectId?: string;
  data?: unknown;
}

/** Does all items of a step, and answers the result of each; throws where one of them has to be treated alone. */
export type AtOnce = () => Promise<Result[]>;

/** A step takes about so long, and no more items than this: as long others wait for what it has locked. */
const STEP_MS = 400;
const MOST_ITEMS = 250;

/** The items of operations, in their order. */
@Injectable()
export class OperationItems {
  constructor(private readonly database: Database) {}

  /** Adds items behind the `after` that there are. */
  async add(operationId: string, items: readonly NewItem[], after = 0): Promise<void> {
    if (items.length === 0) return;
    await this.database.query(ADD_ITEMS, [
      operationId,
      after,
      items.map(({ subjectId }) => subjectId ?? null),
      items.map(({ data }) => (data === undefined ? null : JSON.stringify(data))),
      items.map(({ outcome }) => outcome ?? null),
      items.map(({ code }) => code ?? null),
      items.map(({ detail }) => detail ?? null),
    ]);
  }

  next({ id }: Pick<Operation, 'id'>, after: number, limit: number, outcome?: Outcome): Promise<ItemRow[]> {
    return outcome ? this.database.query(NEXT_ITEMS_OF, [id, after, limit, outcome]) : this.database.query(NEXT_ITEMS, [id, after, limit]);
  }

  /** Notes what became of the items behind the operation's position, one after the other. */
  async note(operation: Operation, results: readonly Result[]): Promise<Step> {
    const { id, total, counts: before } = operation;
    await this.database.query(NOTE_ITEMS, [
      id,
      results.map((_, index) => operation.position + index + 1),
      results.map(({ outcome }) => outcome),
      results.map(({ code }) => code ?? null),
      results.map(({ detail }) => detail ?? null),
    ]);
    const counts = { ...before };
    for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
    const position = operation.position + results.length;
    return { position, counts, isDone: results.length === 0 || position >= (total ?? 0) };
  }

  /**
   * A step of work that treats each item alone: what is refused changes nothing and keeps no other from being done.
   * @param prepare what is asked for all items of the step at once. It may answer how to do them all at once, which is tried first
   */
  async each(operation: Operation, work: (item: Item) => Promise<Result>, prepare?: (items: readonly ItemRow[]) => Promise<AtOnce | void>): Promise<Step> {
    const results: Result[] = [];
    const until = performance.now() + STEP_MS;
    const items = await this.next(operation, operation.position, MOST_ITEMS);
    const atOnce = await prepare?.(items);
    const done = atOnce && (await this.#tryAtOnce(atOnce));
    if (done) return this.note(operation, done);
    for (const item of items) {
      results.push(item.outcome ? refusedBefore(item) : await this.#attempt(() => work(item)));
      if (performance.now() > until) break;
    }
    return this.note(operation, results);
  }

  async #tryAtOnce(atOnce: AtOnce): Promise<Result[] | undefined> {
    try {
      return await this.database.attempt(atOnce);
    } catch (error) {
      if (problemOf(error)?.code === 'UNAVAILABLE') throw error;
      return undefined;
    }
  }

  async #attempt(work: () => Promise<Result>): Promise<Result> {
    try {
      return await this.database.attempt(work);
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.code === 'UNAVAILABLE') throw error;
      if (!problem) reportError(error, { category: 'operation', severity: 'error' });
      return problem ? refusal(problem) : { outcome: 'refused', code: 'INTERNAL' };
    }
  }
}

/** Why an item is refused, as a result: the first refused field, where one is named. */
export function refusal({ code, message, extras }: ProblemError): Result {
  const field = extras.errors?.[0];
  if (!field) return { outcome: 'refused', code, detail: message };
  return { outcome: 'refused', code: field.code, detail: `${field.pointer.replace(/^\//, '')}: ${field.message}` };
}

function refusedBefore({ outcome, code, detail }: ItemRow): Result {
  return { outcome: outcome!, code: code ?? undefined, detail: detail ?? undefined };
}
