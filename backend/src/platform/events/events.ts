import { Injectable } from '@nestjs/common';
import { EVENT_DATA_LIMIT, type Channel, type EventActor, type EventType } from '@kontor/contracts/events';
import { currentContext } from '../context.ts';
import { sql } from '../database/statement.ts';
import { WriteTransaction } from '../database/write-transaction.ts';
import { RelayHint } from './relay-hint.ts';

/** What a feature says has happened. `data` is the resource as REST gives it. */
export interface NewEvent {
  channel: Channel;
  type: EventType;
  data: object;
  /** The member of the request where it is not said. */
  actor?: EventActor;
}

/** Takes the next number of the channel and writes the event under it, in one statement. */
const APPEND = sql(`
  WITH counted AS (
    INSERT INTO event_counters (channel, seq) VALUES ($1, 1)
    ON CONFLICT (tenant_id, channel) DO UPDATE SET seq = event_counters.seq + 1
    RETURNING seq)
  INSERT INTO events (channel, seq, type, actor_type, actor_id, data)
  SELECT $1, seq, $2, $3, $4::uuid, $5::jsonb FROM counted`);

/**
 * Buffers events and writes them last, together with COMMIT: the counter row serialises the writers of a tenant's
 * channel, so it is held no longer than that. Counters are taken in the order of their names, so that two transactions
 * never wait for each other.
 */
@Injectable()
export class Events {
  readonly #buffered = new WeakMap<WriteTransaction, NewEvent[]>();

  constructor(private readonly hint: RelayHint) {}

  append(event: NewEvent): void {
    const { unit } = currentContext();
    if (!(unit instanceof WriteTransaction)) throw new Error('Only a writing request has events.');
    const known = this.#buffered.get(unit);
    if (known) return void known.push(event);
    const buffer = [event];
    this.#buffered.set(unit, buffer);
    unit.beforeCommit((send) => inCounterOrder(buffer).map((next) => send(APPEND, row(next))));
    unit.afterCommit(() => this.hint.give());
  }
}

function inCounterOrder(events: NewEvent[]): NewEvent[] {
  return [...events].sort((a, b) => (a.channel < b.channel ? -1 : a.channel > b.channel ? 1 : 0));
}

function row({ channel, type, data, actor }: NewEvent): unknown[] {
  const by = actor ?? currentEventActor();
  return [channel, type, by.type, by.id, bounded(data)];
}

function currentEventActor(): EventActor {
  const { actor } = currentContext();
  return actor ? { type: 'user', id: actor.userId } : { type: 'system', id: null };
}

function bounded(data: object): string {
  const json = JSON.stringify(data);
  if (Buffer.byteLength(json) <= EVENT_DATA_LIMIT) return json;
  const { id, version } = data as { id?: unknown; version?: unknown };
  return JSON.stringify({ id, version, truncated: true });
}
