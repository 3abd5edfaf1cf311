import { describe, expect, it } from '@jest/globals';
import type { EventEnvelope } from '@kontor/contracts/events';
import { Positions } from './positions.ts';

const channel = 'tickets:updates';

function event(seq: number): EventEnvelope {
  const actor = { type: 'system', id: null } as const;
  return { id: String(seq), seq, epoch: 'k', channel, type: 'ticket_updated', version: 1, occurredAt: '', actor, data: null };
}

describe('Positions', () => {
  it('starts with what comes from now on, of which the page may have missed some', () => {
    const positions = new Positions();
    positions.enter('k');
    expect(positions.request(channel)).toEqual({ channel });
    expect(positions.subscribed({ channel }, { ok: true, channel, seq: 7, replayed: 0 })).toBe(true);
  });

  it('resumes after the last event, and takes each once', () => {
    const positions = new Positions();
    positions.enter('k');
    positions.subscribed({ channel }, { ok: true, channel, seq: 7, replayed: 0 });
    expect([event(8), event(8), event(7)].map((one) => positions.advance(one))).toEqual([true, false, false]);
    positions.enter('k');
    expect(positions.request(channel)).toEqual({ channel, since: 8 });
    const again = positions.request(channel);
    expect(positions.subscribed(again, { ok: true, channel, seq: 8, replayed: 0 })).toBe(false);
    expect(positions.subscribed(again, { ok: true, channel, resync: true, seq: 4 })).toBe(true);
    expect(positions.advance(event(5))).toBe(true);
  });

  it('sees a gap before the first subscription even where an event overtakes its answer', () => {
    const positions = new Positions();
    positions.enter('k');
    const asked = positions.request(channel);
    positions.advance(event(9));
    expect(positions.subscribed(asked, { ok: true, channel, seq: 8, replayed: 0 })).toBe(true);
    expect(positions.advance(event(9))).toBe(false);
  });

  it('forgets the numbers of another epoch', () => {
    const positions = new Positions();
    positions.enter('k');
    positions.subscribed({ channel }, { ok: true, channel, seq: 7, replayed: 0 });
    positions.enter('restored');
    expect(positions.request(channel)).toEqual({ channel });
  });
});
