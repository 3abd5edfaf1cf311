import type { Pool, PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { causeOf, isLostRace } from './errors.ts';
import { enterScope, tenantOf, type Scope } from './scope.ts';
import type { Statement } from './statement.ts';
import { reportError } from '../telemetry/report-error.ts';
import type { Send, UnitOfWork } from './unit-of-work.ts';

/**
 * The one transaction of a writing request. BEGIN and the scope leave together with the first statement; the statements
 * of `beforeCommit` (the event counters, which serialise a tenant's writers) leave last, together with COMMIT.
 */
export class WriteTransaction implements UnitOfWork {
  readonly isReading = false;
  #client: Promise<PoolClient> | undefined;
  #hasEnded = false;
  #manager: EntityManager | undefined;
  /** The first error of the transaction; every later one only says that it is aborted. */
  failure: unknown;
  readonly #asksLast: ((send: Send) => Promise<unknown>[])[] = [];
  readonly #committed: (() => void)[] = [];
  readonly #undos: (() => void)[] = [];
  readonly #pool: Pool;
  readonly #source: DataSource;
  readonly #scope: Scope;

  constructor(pool: Pool, source: DataSource, scope: Scope) {
    this.#pool = pool;
    this.#source = source;
    this.#scope = scope;
  }

  get tenantId(): string | null {
    return tenantOf(this.#scope);
  }

  async query<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
    const client = await this.#begun();
    this.#checkOpen();
    return this.#send(client, statement, values);
  }

  async entities(): Promise<EntityManager> {
    const client = await this.#begun();
    if (this.#manager) return this.#manager;
    // TypeORM takes part in our transaction: it is told that one is active, on this connection.
    const runner = this.#source.createQueryRunner() as QueryRunner & Record<string, unknown>;
    Object.assign(runner, { databaseConnection: client, isTransactionActive: true, transactionDepth: 1 });
    return (this.#manager = runner.manager);
  }

  /** SAVEPOINT leaves together with the first statement of `work`; a transaction that was aborted before it stays so. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const client = await this.#begun();
    const marks = [this.#asksLast, this.#committed, this.#undos].map((list) => ({ list, length: list.length }));
    const control = (text: string) => this.#watched(client.query(text));
    const opened = control('SAVEPOINT attempt');
    // Reported by whatever is asked inside.
    opened.catch(() => undefined);
    try {
      const result = await work();
      await opened;
      control('RELEASE SAVEPOINT attempt').catch(() => undefined);
      return result;
    } catch (error) {
      const cause = this.failure ?? error;
      if (isLostRace(cause)) throw cause;
      await client.query('ROLLBACK TO SAVEPOINT attempt');
      this.failure = undefined;
      for (const undo of this.#undos.slice(marks[2]!.length).reverse()) undo();
      for (const { list, length } of marks) list.length = length;
      throw causeOf(error, cause);
    }
  }

  whenUndone(undo: () => void): void {
    this.#undos.push(undo);
  }

  beforeCommit(ask: (send: Send) => Promise<unknown>[]): void {
    this.#asksLast.push(ask);
  }

  afterCommit(react: () => void): void {
    this.#committed.push(react);
  }

  async complete(): Promise<void> {
    if (!this.#client && this.#asksLast.length === 0 && !('sessionId' in this.#scope)) return;
    const client = await this.#begun();
    this.#hasEnded = true;
    const send: Send = (statement, values) => this.#send(client, statement, values);
    const asked = this.#asksLast.flatMap((ask) => ask(send));
    const commit = this.#watched(client.query('COMMIT'));
    await Promise.allSettled(asked);
    const { command } = await commit.catch(async (error: unknown) => {
      await this.#release(error);
      throw error;
    });
    await this.#release();
    // COMMIT of a failed transaction "succeeds" with the tag ROLLBACK.
    if (command !== 'COMMIT') throw (this.failure as Error | undefined) ?? new Error('The transaction was rolled back.');
    for (const react of this.#committed) this.#tell(react);
  }

  async abandon(): Promise<void> {
    this.#hasEnded = true;
    const client = await this.#client?.catch(() => undefined);
    if (!client) return;
    await client.query('ROLLBACK').then(
      () => this.#release(),
      (error: unknown) => this.#release(error),
    );
  }

  /** One branch of a request may go on after another has failed it: it must not begin a transaction that nobody ends. */
  #checkOpen(): void {
    if (this.#hasEnded) throw new Error('The transaction has ended.');
  }

  async #begun(): Promise<PoolClient> {
    this.#checkOpen();
    return (this.#client ??= this.#pool.connect().then((client) => {
      client.query('BEGIN').catch((error: unknown) => (this.failure ??= error));
      enterScope(client, this.#scope).catch((error: unknown) => (this.failure ??= error));
      return client;
    }));
  }

  async #send<Row>(client: PoolClient, { name, text }: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
    return (await this.#watched(client.query({ name, text, values: values as unknown[] }))).rows as Row[];
  }

  async #watched(answer: Promise<QueryResult>): Promise<QueryResult> {
    try {
      return await answer;
    } catch (error) {
      throw (this.failure ??= error);
    }
  }

  /** What is written is written: a reaction that fails is reported, and keeps no other from running. */
  #tell(react: () => void): void {
    try {
      react();
    } catch (error) {
      reportError(error, { category: 'database', severity: 'error' });
    }
  }

  /** Gives the connection back, or where it is broken, up. */
  async #release(broken?: unknown): Promise<void> {
    const client = await this.#client;
    this.#client = undefined;
    client?.release(broken as Error | undefined);
  }
}
