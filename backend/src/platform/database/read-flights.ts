import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { entering, enterScope, tenantOf, type Scope } from './scope.ts';
import type { Statement } from './statement.ts';
import type { UnitOfWork } from './unit-of-work.ts';

interface Passenger {
  statement: Statement<unknown>;
  values: readonly unknown[];
  land: (rows: unknown[]) => void;
  fail: (error: unknown) => void;
}

/**
 * Reads of one request. What is asked before a connection is at hand flies together: BEGIN, scope, statements and COMMIT
 * leave in one write, and the answer does not wait for COMMIT, since a read has nothing to lose. A later question is a
 * flight of its own; under READ COMMITTED that reads the same as one long transaction, and no connection sits waiting.
 */
export class ReadFlights implements UnitOfWork {
  readonly isReading = true;
  #waiting: Passenger[] = [];
  #flown = false;
  readonly #pool: Pool;
  readonly #scope: Scope;

  constructor(pool: Pool, scope: Scope) {
    this.#pool = pool;
    this.#scope = scope;
  }

  get tenantId(): string | null {
    return tenantOf(this.#scope);
  }

  query<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
    return new Promise<Row[]>((land, fail) => {
      this.#waiting.push({ statement, values, land: land as (rows: unknown[]) => void, fail });
      if (this.#waiting.length === 1) this.#board();
    });
  }

  entities(): Promise<EntityManager> {
    return Promise.reject(new Error('A reading request cannot write.'));
  }

  attempt<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  whenUndone(): void {
    throw new Error('A reading request undoes nothing.');
  }

  beforeCommit(): void {
    throw new Error('A reading request writes nothing.');
  }

  afterCommit(): void {
    throw new Error('A reading request commits nothing.');
  }

  /** A request that asked nothing still proves its session. */
  async complete(): Promise<void> {
    if (this.#flown || !('sessionId' in this.#scope)) return;
    const client = await this.#pool.connect();
    try {
      await enterScope(client, this.#scope);
    } finally {
      client.release();
    }
  }

  async abandon(): Promise<void> {
    // Every flight ends itself.
  }

  #board(): void {
    this.#flown = true;
    this.#pool.connect().then(
      (client) => this.#fly(client),
      (error: unknown) => {
        for (const passenger of this.#waiting.splice(0)) passenger.fail(error);
      },
    );
  }

  #fly(client: PoolClient): void {
    const passengers = this.#waiting.splice(0);
    let first: unknown;
    const failed = (error: unknown) => (first ??= error);
    // By callback: of these answers only a failure is looked at.
    const flown = (error: Error | null) => void (error && failed(error));
    const { stream } = (client as unknown as { connection: { stream: NodeJS.WritableStream & { cork(): void; uncork(): void } } })
      .connection;
    stream.cork();
    client.query('BEGIN READ ONLY', flown);
    client.query(entering(this.#scope), flown);
    for (const { statement, values, land, fail } of passengers) {
      client.query({ name: statement.name, text: statement.text, values: values as unknown[] }).then(
        ({ rows }) => land(rows as unknown[]),
        // The first failure is the cause; what follows in the flight only says that the transaction is aborted.
        (error: unknown) => fail(failed(error)),
      );
    }
    client.query('COMMIT', (error: Error | null) => client.release(error ?? undefined));
    stream.uncork();
  }
}
