import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { reportError } from '../telemetry/report-error.ts';
import { connectionConfig } from './pool.ts';
import type { Statement } from './statement.ts';

/** What the platform does across tenants, as `kontor_system`. No door for features. */
@Injectable()
export class SystemDatabase implements OnApplicationShutdown {
  readonly #pool: pg.Pool;

  constructor(@Inject(SETTINGS) { database }: Settings) {
    this.#pool = new pg.Pool({ ...connectionConfig(database.systemUrl), application_name: 'kontor system', max: 2, query_timeout: database.statementTimeout });
    this.#pool.on('error', (error) => reportError(error, { category: 'database', severity: 'warning' }));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }

  async query<Row>({ name, text }: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.#pool.query({ name, text, values: values as unknown[] })).rows as Row[];
  }

  /** How many rows it changed. */
  async change({ name, text }: Statement<unknown>, values: readonly unknown[] = []): Promise<number> {
    return (await this.#pool.query({ name, text, values: values as unknown[] })).rowCount ?? 0;
  }
}
