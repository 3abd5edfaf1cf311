import { bentostore, BentoCache } from 'bentocache';
import { memoryDriver } from 'bentocache/drivers/memory';
import type { CacheProvider, L2CacheDriver } from 'bentocache/types';

/** Injection token of the store. */
export const CACHE_STORE = Symbol('cache store');

const MOST_ITEMS = 10_000;
const MOST_BYTES = 32 * 1024 ** 2;

/** Values in memory, as JSON so that nobody changes what others read, and behind it what processes share. */
export function openCacheStore(shared?: L2CacheDriver): CacheProvider {
  const inMemory = bentostore().useL1Layer(memoryDriver({ maxItems: MOST_ITEMS, maxSize: MOST_BYTES }));
  const store = shared ? inMemory.useL2Layer({ options: {}, factory: () => shared }) : inMemory;
  return new BentoCache({ default: 'cache', stores: { cache: store } }).use();
}
