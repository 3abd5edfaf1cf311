import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RedisConnections } from '../../src/platform/redis/redis-connections.ts';
import { setLogLevel } from '../../src/platform/telemetry/logger.ts';
import { describeWithRedis, RedisServer } from '../support/redis.ts';
import { waitFor } from '../support/sockets.ts';

describeWithRedis('connections to Redis', () => {
  let server: RedisServer;
  let redis: RedisConnections;
  beforeAll(async () => {
    setLogLevel('silent');
    server = await RedisServer.open();
    redis = new RedisConnections(server.url);
    await redis.onModuleInit();
  });
  afterAll(async () => {
    redis.onApplicationShutdown();
    await server.stop();
  });

  it('fail at once while Redis is gone, and come back by themselves', async () => {
    expect(await redis.commands.ping()).toBe('PONG');
    await server.stop();
    await waitFor(() => !redis.isReachable || undefined);
    const before = Date.now();
    const asked = await Promise.allSettled(Array.from({ length: 100 }, () => redis.commands.incr('asked')));
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(Date.now() - before).toBeLessThan(200);
    await server.start();
    await waitFor(() => redis.isReachable || undefined);
    expect(await redis.commands.incr('asked')).toBe(1);
  });

  it('give up on a Redis that has stopped answering within seconds, and find it again once it does', async () => {
    server.pause();
    await expect(redis.commands.ping()).rejects.toThrow();
    await waitFor(() => !redis.isReachable || undefined);
    server.resume();
    await waitFor(() => redis.isReachable || undefined);
    expect(await redis.commands.ping()).toBe('PONG');
  });
});
