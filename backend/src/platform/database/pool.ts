import pg from 'pg';
import { recordQuery } from '../telemetry/query-record.ts';

const TIMESTAMPTZ = 1184;
const BIGINT = 20;

/** `2026-11-20 02:00:00.123456+00` → `2026-11-20T02:00:00.123456Z`. As text, since a Date cuts the microseconds that cursors need. */
function instant(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
}

/** Parsers of our pools only: `pg.types` is global, and other libraries want Dates. Counters stay below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): unknown => {
    if (format !== 'binary' && oid === TIMESTAMPTZ) return instant;
    if (format !== 'binary' && oid === BIGINT) return Number;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  }) as typeof pg.types.getTypeParser,
};

export interface PoolOptions {
  url: string;
  size: number;
  /** Milliseconds. */
  statementTimeout: number;
  /** Milliseconds. */
  idleTimeout: number;
  /** Milliseconds from which on a statement is logged. */
  slowQuery: number;
  onError: (error: Error) => void;
}

/** How every connection of Kontor's is set up: UTC, bounded in time, timestamps as text. */
export function connectionConfig(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    types,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    application_name: 'kontor',
    options: '-c timezone=UTC',
  };
}

/**
 * Asks pg by callback. The promise that pg gives itself keeps its answer until the next full collection of garbage: a
 * third of what a list allocates then outlives its request, and moving it about took a fifth of the CPU time (`npm run
 * bench`; measured with pg 8.23 by `--trace-gc-nvp`).
 */
abstract class CallbackClient extends pg.Client {
  protected abstract readonly slowQuery: number;

  override query(config: unknown, values?: unknown, callback?: unknown): never {
    const isOwnKind = typeof config === 'object' && config !== null && 'submit' in config;
    // As the pool itself asks.
    if (!isOwnKind && typeof callback === 'function') return super.query(config as string, values as unknown[], this.#recorded(config, callback as Answered)) as never;
    if (isOwnKind || typeof values === 'function') {
      return super.query(config as string, values as unknown[], callback as Answered) as never;
    }
    return this.#answer(config, values) as never;
  }

  #recorded(config: unknown, answered: Answered): Answered {
    const begun = performance.now();
    return (...answer) => {
      recordQuery(textOf(config), performance.now() - begun, this.slowQuery);
      answered(...answer);
    };
  }

  async #answer(config: unknown, values: unknown): Promise<pg.QueryResult> {
    const begun = performance.now();
    try {
      return await new Promise<pg.QueryResult>((resolve, reject) => {
        super.query(config as string, values as unknown[], (error: Error | null, result) => (error ? reject(error) : resolve(result)));
      });
    } catch (error) {
      // From here the stack leads back to who asked, not to the socket that answered.
      Error.captureStackTrace(error as Error);
      throw error;
    } finally {
      recordQuery(textOf(config), performance.now() - begun, this.slowQuery);
    }
  }
}

function textOf(config: unknown): string {
  return typeof config === 'string' ? config : String((config as pg.QueryConfig).text);
}

type Answered = (error: Error | null, result: pg.QueryResult) => void;

/** Connections in pipeline mode: statements go out without waiting for the answers before them. */
export function createPool({ url, size, statementTimeout, idleTimeout, slowQuery, onError }: PoolOptions): pg.Pool {
  class MeasuredClient extends CallbackClient {
    protected override readonly slowQuery = slowQuery;
  }
  const pool = new pg.Pool({
    ...connectionConfig(url),
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: idleTimeout,
    max: size,
    pipeline: true,
    Client: MeasuredClient,
  });
  pool.on('error', onError);
  // While a connection is lent out, the pool does not listen: its loss would end the process. Whoever borrowed it learns
  // of the loss by the failure of the statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
