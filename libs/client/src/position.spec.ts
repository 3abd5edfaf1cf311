import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventEnvelope } from '@kontor/contracts/events';
import { Position } from './position.ts';

const channel = 'tickets:updates';

function event(seq: number): EventEnvelope {
  const actor = { type: 'system', id: null } as const;
  return { id: String(seq), seq, epoch: 'k', channel, type: 'ticket_updated', version: 1, occurredAt: '', actor, data: null };
}

const answer = (seq: number) => ({ ok: true, channel, seq, replayed: 0 }) as const;
const seqs = (events: EventEnvelope[]) => events.map(({ seq }) => seq);

/** One that has been live up to 7. */
function atSeven(isSparse = false): Position {
  const position = new Position({ seq: 7, epoch: 'k' }, isSparse);
  position.enter('k');
  position.ask();
  position.answered(answer(7));
  return position;
}

describe('Position', () => {
  it('starts with what comes from now on, of which something may have been missed', () => {
    const position = new Position(undefined, false);
    position.enter('k');
    expect(position.ask()).toEqual({});
    expect(position.answered(answer(7))).toMatchObject({ resync: true, gap: false });
    expect(position.mark).toEqual({ seq: 7, epoch: 'k' });
  });

  it('takes each event once, and resumes after the last', () => {
    const position = atSeven();
    expect([8, 8, 7].map((seq) => position.receive(event(seq)).events.length)).toEqual([1, 0, 0]);
    position.enter('k');
    expect(position.ask()).toEqual({ since: 8 });
    expect(position.answered(answer(8))).toMatchObject({ resync: false, gap: false });
  });

  it('starts anew where the past is no longer kept', () => {
    const position = atSeven();
    position.ask();
    expect(position.answered({ ok: true, channel, resync: true, seq: 4 }).resync).toBe(true);
    expect(seqs(position.receive(event(5)).events)).toEqual([5]);
  });

  it('sees a gap between events and in a heartbeat, and takes what was missing first', () => {
    const position = atSeven();
    expect(position.beat(7).gap).toBe(false);
    expect(position.beat(8).gap).toBe(true);
    expect(position.receive(event(9))).toMatchObject({ events: [], gap: true });
    expect(position.ask()).toEqual({ since: 7 });
    expect(seqs([10, 8, 9].flatMap((seq) => position.receive(event(seq)).events))).toEqual([8, 9]);
    expect(seqs(position.answered(answer(9)).events)).toEqual([10]);
  });

  it('expects no unbroken numbers of chosen types, and follows the heartbeat', () => {
    const position = atSeven(true);
    expect(position.receive(event(12))).toMatchObject({ gap: false });
    expect(position.beat(20).gap).toBe(false);
    expect(position.ask()).toEqual({ since: 20 });
  });

  it('counts what was asked where an event overtakes the answer', () => {
    const position = new Position(undefined, false);
    position.enter('k');
    position.ask();
    expect(seqs(position.receive(event(9)).events)).toEqual([9]);
    expect(position.answered(answer(8)).resync).toBe(true);
    expect(position.receive(event(9)).events).toEqual([]);
  });

  it('keeps what overtakes the word that the past is gone', () => {
    const position = atSeven();
    position.ask();
    expect(position.receive(event(6001)).events).toEqual([]);
    const step = position.answered({ ok: true, channel, resync: true, seq: 6000 });
    expect([step.resync, seqs(step.events)]).toEqual([true, [6001]]);
  });

  it('takes none twice that came before the word that the past is gone', () => {
    const position = atSeven();
    position.ask();
    expect(seqs([8, 9].flatMap((seq) => position.receive(event(seq)).events))).toEqual([8, 9]);
    expect(position.answered({ ok: true, channel, resync: true, seq: 8 }).resync).toBe(true);
    expect([9, 10].map((seq) => seqs(position.receive(event(seq)).events))).toEqual([[], [10]]);
  });

  it('forgets the numbers of another epoch', () => {
    const position = atSeven();
    position.enter('restored');
    expect(position.ask()).toEqual({});
  });

  it('hands on every event once and in order, whatever the network loses', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (isLost) => {
        const position = new Position({ seq: 0, epoch: 'k' }, false);
        const heard: number[] = [];
        const replay = (head: number) => {
          const { since = 0 } = position.ask();
          for (let seq = since + 1; seq <= head; seq += 1) heard.push(...seqs(position.receive(event(seq)).events));
          heard.push(...seqs(position.answered(answer(head)).events));
        };
        position.enter('k');
        replay(0);
        isLost.forEach((lost, index) => {
          if (lost) return;
          const step = position.receive(event(index + 1));
          heard.push(...seqs(step.events));
          if (step.gap) replay(index + 1);
        });
        if (position.beat(isLost.length).gap) replay(isLost.length);
        expect(heard).toEqual(isLost.map((_, index) => index + 1));
      }),
    );
  });
});
