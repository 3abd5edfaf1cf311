import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Pool } from 'pg';
import type { Actor } from '../access/actor.ts';
import { currentContext, requestContext } from '../context.ts';
import { causeOf, isLostRace } from './errors.ts';
import { POOL } from './tokens.ts';
import { ReadFlights } from './read-flights.ts';
import type { Scope } from './scope.ts';
import type { Statement } from './statement.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { assertPlainRole } from './role-check.ts';
import { WriteTransaction } from './write-transaction.ts';

/** Whose rows `run` may touch, who does it, and whether it only reads. */
export interface Run {
  scope: Scope;
  actor?: Actor | undefined;
  reading?: boolean;
}

/** The one door to PostgreSQL for features: ambient, inside the tenant of the request. */
@Injectable()
export class Database implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly source: DataSource,
  ) {}

  async onModuleInit(): Promise<void> {
    await assertPlainRole(this.pool);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** Rows of a prepared statement, in the unit of work of the request. */
  query<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    return this.#unit().query(statement, values);
  }

  /** The first row, or undefined. */
  async one<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.query(statement, values))[0];
  }

  /** TypeORM inside the transaction of the request. */
  entities(): Promise<EntityManager> {
    return this.#unit().entities();
  }

  /** Runs `react` once the transaction of the request is committed. */
  afterCommit(react: () => void): void {
    this.#unit().afterCommit(react);
  }

  /** Runs `work` as a short unit of its own, in a handler that is `@InSteps`: no connection is held before or after it. */
  step<T>(work: () => Promise<T>): Promise<T> {
    const { step } = currentContext();
    if (!step) throw new Error('This handler is not @InSteps.');
    return step(work);
  }

  /** Runs `work` in a savepoint: where it throws, only what it did is taken back, its events with it. */
  attempt<T>(work: () => Promise<T>): Promise<T> {
    return this.#unit().attempt(work);
  }

  /** Calls a gate function, outside any tenant and transaction. */
  async gate<Row>({ name, text }: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
    return (await this.pool.query({ name, text, values: values as unknown[] })).rows as Row[];
  }

  /**
   * Runs `work` as one unit: completed before this resolves, abandoned where it throws, run again up to three times
   * where it lost a race. `reading` work flies in flights and cannot write.
   */
  async run<T>({ scope, reading = false, actor }: Run, work: () => Promise<T>): Promise<T> {
    for (let lostRaces = 0; ; lostRaces += 1) {
      const unit = this.unit(scope, reading);
      const ambient = { ...(requestContext.getStore() ?? NOBODY), actor, unit };
      try {
        return await requestContext.run(ambient, async () => {
          const result = await work();
          await unit.complete();
          return result;
        });
      } catch (error) {
        await unit.abandon();
        const cause = causeOf(error, unit.failure);
        if (!isLostRace(cause) || lostRaces === LOST_RACES) throw cause;
      }
    }
  }

  /** A unit of its own, for who works outside a request and ends it himself. */
  unit(scope: Scope, reading: boolean): UnitOfWork {
    return reading ? new ReadFlights(this.pool, scope) : new WriteTransaction(this.pool, this.source, scope);
  }

  #unit(): UnitOfWork {
    const { unit } = currentContext();
    if (!unit) throw new Error('There is no unit of work here.');
    return unit;
  }
}

const LOST_RACES = 3;
const NOBODY = { traceId: '0'.repeat(32), address: '', userAgent: null, isFrontend: false };
