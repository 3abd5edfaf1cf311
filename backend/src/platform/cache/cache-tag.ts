import type { Channel } from '@kontor/contracts/events';

/** What cached values depend on: whatever is told on the channels. Declared beside a feature's events. */
export interface CacheTag {
  name: string;
  channels: readonly Channel[];
}
