import { Global, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { REDIS, type RedisConnections } from '../redis/redis-connections.ts';
import { Buckets } from './buckets.ts';
import { GcraStorage } from './gcra.storage.ts';
import { LimitUse } from './limit-use.ts';
import { LocalBuckets } from './local-buckets.ts';
import { Quotas } from './quotas.ts';
import { RedisBuckets } from './redis-buckets.ts';
import { SignInLimit } from './sign-in-limit.ts';

@Global()
@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [Buckets],
      useFactory: (buckets: Buckets) => ({ throttlers: [{ ttl: 60_000, limit: 1 }], storage: new GcraStorage(buckets) }),
    }),
  ],
  providers: [
    {
      provide: Buckets,
      inject: [REDIS, SETTINGS],
      useFactory: (redis: RedisConnections | null, { apiProcesses }: Settings) => (redis ? new RedisBuckets(redis, apiProcesses) : new LocalBuckets()),
    },
    LimitUse,
    Quotas,
    SignInLimit,
  ],
  exports: [Buckets, LimitUse, Quotas, SignInLimit, ThrottlerModule],
})
export class ThrottlingModule {}
