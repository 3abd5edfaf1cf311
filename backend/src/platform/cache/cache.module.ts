import { Global, Module } from '@nestjs/common';
import { REDIS, type RedisConnections } from '../redis/redis-connections.ts';
import { CACHE_STORE, openCacheStore } from './cache-store.ts';
import { Cache } from './cache.ts';
import { RedisLayer } from './redis-layer.ts';

@Global()
@Module({
  providers: [{ provide: CACHE_STORE, inject: [REDIS], useFactory: (redis: RedisConnections | null) => openCacheStore(redis ? new RedisLayer(redis) : undefined) }, Cache],
  exports: [Cache],
})
export class CacheModule {}
