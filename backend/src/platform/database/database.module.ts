import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { getMetadataArgsStorage } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { reportError } from '../telemetry/report-error.ts';
import { Database } from './database.ts';
import { createPool } from './pool.ts';
import { SystemDatabase } from './system-database.ts';
import { POOL } from './tokens.ts';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [SETTINGS],
      useFactory: ({ database }: Settings) => ({
        type: 'postgres' as const,
        url: database.url,
        // Entities run on our pool (see WriteTransaction); TypeORM's own is used once, to ask the server's version.
        extra: { max: 1, idleTimeoutMillis: 100 },
        entities: getMetadataArgsStorage().tables.map(({ target }) => target as () => unknown),
        synchronize: false,
        retryAttempts: 0,
        logging: false,
      }),
    }),
  ],
  providers: [
    {
      provide: POOL,
      inject: [SETTINGS],
      useFactory: ({ database }: Settings) =>
        createPool({
          url: database.url,
          size: database.pool,
          statementTimeout: database.statementTimeout,
          idleTimeout: database.idleTimeout,
          slowQuery: database.slowQuery,
          onError: (error) => reportError(error, { category: 'database', severity: 'warning' }),
        }),
    },
    Database,
    SystemDatabase,
  ],
  exports: [Database, POOL, SystemDatabase],
})
export class DatabaseModule {}
