import { Injectable } from '@nestjs/common';
import { EVENT_DATA_LIMIT, type Channel, type EventActor, type EventType } from '@kontor/contracts/events';
import { currentContext } from '../context.ts';
import { sql } from '../database/statement.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { RelayHint } from './relay-hint.ts';

/** What a feature says has happened. `data` is the resource as REST gives it. */
export interface NewEvent {
  channel: Channel;
  type: EventType;
  data: object;
  /** The member of the request where it is not said. */
  actor?: EventActor;
  /** Nothing that an audit would ask for: who is at their desk. */
  isRoutine?: true;
}

/** Takes the next numbers of the channel and writes the events under them in order, in one statement. */
const APPEND = sql(`
  WITH counted AS (
    INSERT INTO event_counters (channel, seq) VALUES ($1, $2)
    ON CONFLICT (tenant_id, channel) DO UPDATE SET seq = event_counters.seq + excluded.seq
    RETURNING seq)
  INSERT INTO events (channel, seq, type, actor_type, actor_id, data)
  SELECT $1, counted.seq - $2 + e.place, e.type, e.actor_type, e.actor_id, e.data
  FROM counted, unnest($3::text[], $4::text[], $5::uuid[], $6::jsonb[]) WITH ORDINALITY AS e (type, actor_type, actor_id, data, place)`);

/**
 * Buffers events and writes them last, together with COMMIT: the counter row serialises the writers of a tenant's
 * channel, so it is held no longer than that. Counters are taken in the order of their names, so that two transactions
 * never wait for each other.
 */
@Injectable()
export class Events {
  readonly #buffered = new WeakMap<UnitOfWork, NewEvent[]>();
  readonly #listeners: ((event: NewEvent) => void)[] = [];

  constructor(private readonly hint: RelayHint) {}

  /** Whoever reacts to an event as it is appended writes in the same transaction, or not at all. */
  listen(react: (event: NewEvent) => void): void {
    this.#listeners.push(react);
  }

  append(event: NewEvent): void {
    for (const react of this.#listeners) react(event);
    const unit = currentContext().unit!;
    const known = this.#buffered.get(unit);
    if (known) {
      known.push(event);
      return unit.whenUndone(() => known.pop());
    }
    const buffer = [event];
    unit.whenUndone(() => this.#buffered.delete(unit));
    unit.beforeCommit((send) => byChannel(buffer).map(([channel, events]) => send(APPEND, row(channel, events))));
    unit.afterCommit(() => this.hint.give());
    this.#buffered.set(unit, buffer);
  }
}

function byChannel(events: NewEvent[]): [Channel, NewEvent[]][] {
  return [...Map.groupBy(events, ({ channel }) => channel)].sort(([a], [b]) => (a < b ? -1 : 1));
}

function row(channel: Channel, events: NewEvent[]): unknown[] {
  const actors = events.map(({ actor }) => actor ?? currentEventActor());
  return [
    channel,
    events.length,
    events.map(({ type }) => type),
    actors.map(({ type }) => type),
    actors.map(({ id }) => id),
    events.map(({ data }) => bounded(data)),
  ];
}

export function currentEventActor(): EventActor {
  const { actor } = currentContext();
  return actor ? { type: 'user', id: actor.userId } : { type: 'system', id: null };
}

function bounded(data: object): string {
  const json = JSON.stringify(data);
  if (Buffer.byteLength(json) <= EVENT_DATA_LIMIT) return json;
  const { id, version } = data as { id?: unknown; version?: unknown };
  return JSON.stringify({ id, version, truncated: true });
}
