import type { Channel, EventEnvelope } from '@kontor/contracts/events';
import type { Heartbeat, Refused, SubscribeAnswer, SubscribeRequest } from '@kontor/contracts/realtime';

/** How far each channel has been followed. */
export class Positions {
  private seen: Heartbeat = {};
  private epoch: string | undefined;

  /** Of another epoch, after a database was restored, earlier numbers mean nothing. */
  enter(epoch: string): void {
    if (this.epoch !== undefined && this.epoch !== epoch) this.seen = {};
    this.epoch = epoch;
  }

  request(channel: Channel): SubscribeRequest {
    const since = this.seen[channel];
    return since === undefined ? { channel } : { channel, since };
  }

  /**
   * Notes where a subscription starts; true where something before it may have been missed. What was asked counts, not
   * what is known by now: an event may overtake the answer.
   */
  subscribed({ channel, since }: SubscribeRequest, answer: Exclude<SubscribeAnswer, Refused>): boolean {
    const { seq } = answer;
    const isGap = 'resync' in answer;
    this.seen[channel] = isGap ? seq : Math.max(seq, this.seen[channel] ?? 0);
    return isGap || since === undefined;
  }

  /** True for an event that comes for the first time. */
  advance({ channel, seq }: EventEnvelope): boolean {
    if (seq <= (this.seen[channel] ?? 0)) return false;
    this.seen[channel] = seq;
    return true;
  }
}
