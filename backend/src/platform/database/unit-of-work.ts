import type { EntityManager } from 'typeorm';
import type { Statement } from './statement.ts';

/** Sends a statement without waiting for those before it. */
export type Send = (statement: Statement<unknown>, values: readonly unknown[]) => Promise<unknown>;

/** The database work of one request or job. Nothing begins until something is asked. */
export interface UnitOfWork {
  /** True where nothing can be written. */
  readonly isReading: boolean;
  /** The first error that the database gave, if any. */
  readonly failure?: unknown;
  /** Whose rows it may touch, where that was said by name; the tenant of a session is its actor's. */
  readonly tenantId: string | null;
  query<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]>;
  /** TypeORM inside this unit; only where writing is allowed. */
  entities(): Promise<EntityManager>;
  /** What is asked last, in the same write as the end of the unit. Several may be set; they leave in that order. */
  beforeCommit(ask: (send: Send) => Promise<unknown>[]): void;
  /** Runs `react` once everything is written; never where it is not. */
  afterCommit(react: () => void): void;
  /** Runs `work` so that where it throws, what it wrote, asked last and wanted done after commit is taken back, and no more. */
  attempt<T>(work: () => Promise<T>): Promise<T>;
  /** Inside an attempt: `undo` runs where it fails, the last registered first. */
  whenUndone(undo: () => void): void;
  /** Ends well: everything is written, or this throws and nothing is. */
  complete(): Promise<void>;
  /** Ends badly: nothing is written. Never throws. */
  abandon(): Promise<void>;
}
