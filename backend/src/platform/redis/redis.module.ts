import { Global, Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { REDIS, RedisConnections } from './redis-connections.ts';

@Global()
@Module({
  providers: [{ provide: REDIS, inject: [SETTINGS], useFactory: ({ redisUrl }: Settings) => (redisUrl === undefined ? null : new RedisConnections(redisUrl)) }],
  exports: [REDIS],
})
export class RedisModule {}
