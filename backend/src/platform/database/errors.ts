import { QueryFailedError } from 'typeorm';

/** What PostgreSQL says of an error, whichever library carried it. */
export interface DatabaseError {
  /** SQLSTATE, five characters. */
  code: string;
  constraint?: string;
}

/** The database error inside `error`, or undefined. A lost or refused connection counts as SQLSTATE 08006. */
export function databaseError(error: unknown): DatabaseError | undefined {
  const inner = error instanceof QueryFailedError ? (error.driverError as unknown) : error;
  if (!(inner instanceof Error)) return undefined;
  const { code, constraint } = inner as Error & { code?: unknown; constraint?: unknown };
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E')) {
    return typeof constraint === 'string' ? { code, constraint } : { code };
  }
  return LOST_CONNECTION.test(`${String(code)} ${inner.message}`) ? { code: '08006' } : undefined;
}

/** pg tells a broken connection by message only; Node by code. */
const LOST_CONNECTION =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|Connection terminated|connection error|not queryable|timeout exceeded when trying to connect|Cannot use a pool after calling end/;

const ABORTED = '25P02';

/** The first failure of the unit of work, where `error` only says that the transaction was aborted by it. */
export function causeOf(error: unknown, firstFailure: unknown): unknown {
  return databaseError(error)?.code === ABORTED && firstFailure ? firstFailure : error;
}

/** Lost races that the database asks to run again: serialization failure and deadlock. */
export function isLostRace(error: unknown): boolean {
  const code = databaseError(error)?.code;
  return code === '40001' || code === '40P01';
}
