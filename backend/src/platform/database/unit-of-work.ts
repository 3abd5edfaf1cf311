import type { EntityManager } from 'typeorm';
import type { Statement } from './statement.ts';

/** The database work of one request or job. Nothing begins until something is asked. */
export interface UnitOfWork {
  /** The first error that the database gave, if any. */
  readonly failure?: unknown;
  query<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]>;
  /** TypeORM inside this unit; only where writing is allowed. */
  entities(): Promise<EntityManager>;
  /** Runs `react` once everything is written; never where it is not. */
  afterCommit(react: () => void): void;
  /** Ends well: everything is written, or this throws and nothing is. */
  complete(): Promise<void>;
  /** Ends badly: nothing is written. Never throws. */
  abandon(): Promise<void>;
}
