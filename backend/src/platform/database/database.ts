import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Pool } from 'pg';
import { currentContext, requestContext, type RequestContext } from '../context.ts';
import { POOL } from './tokens.ts';
import { ReadFlights } from './read-flights.ts';
import type { Scope } from './scope.ts';
import type { Statement } from './statement.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { assertPlainRole } from './role-check.ts';
import { WriteTransaction } from './write-transaction.ts';

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

  /** Calls a gate function, outside any tenant and transaction. */
  async gate<Row>({ name, text }: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
    return (await this.pool.query({ name, text, values: values as unknown[] })).rows as Row[];
  }

  /** The unit of work for a request: flights where it only reads, one transaction where it writes. */
  unit(scope: Scope, reading: boolean): UnitOfWork {
    return reading ? new ReadFlights(this.pool, scope) : new WriteTransaction(this.pool, this.source, scope);
  }

  /** Runs `work` in a transaction of its own for a tenant, a person or both: for public routes and jobs. */
  async asTenant<T>(scope: { tenantId: string | null; userId: string | null }, work: () => Promise<T>): Promise<T> {
    const unit = this.unit(scope, false);
    const context: RequestContext = { ...(requestContext.getStore() ?? NOBODY), unit };
    return requestContext.run(context, async () => {
      try {
        const result = await work();
        await unit.complete();
        return result;
      } catch (error) {
        await unit.abandon();
        throw error;
      }
    });
  }

  #unit(): UnitOfWork {
    const { unit } = currentContext();
    if (!unit) throw new Error('There is no unit of work here.');
    return unit;
  }
}

const NOBODY: RequestContext = { traceId: '0'.repeat(32), address: '', userAgent: null };
