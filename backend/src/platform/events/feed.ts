import { Injectable } from '@nestjs/common';
import { EVENT_RETENTION_DAYS, type Channel, type EventEnvelope } from '@kontor/contracts/events';
import type { Actor } from '../access/actor.ts';
import { sql } from '../database/statement.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { where } from '../http/keyset.ts';
import { ProblemError } from '../http/problems.ts';
import { Channels, redacted } from './channels.ts';
import { EVENT_COLUMNS, envelopeOf, type EventRow } from './envelope.ts';

interface State {
  /** The last number given. */
  head: number;
  /** The lowest number kept, or null where none is. */
  oldest: number | null;
  epoch: string;
}

const STATE = sql<State>(`
  SELECT coalesce((SELECT seq FROM event_counters WHERE channel = $1), 0)::bigint AS head,
    (SELECT seq FROM events WHERE channel = $1 ORDER BY seq LIMIT 1) AS oldest,
    (SELECT epoch FROM instance) AS epoch`);
const AFTER = 'FROM events e WHERE e.channel = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3';
const ALL_AFTER = sql<EventRow>(`SELECT ${EVENT_COLUMNS} ${AFTER}`);
/** The id of the resource is taken out beside the event: inside the condition it would keep the planner from using its index. */
const SHOWN_AFTER = (condition: string) =>
  sql<EventRow & { isShown: boolean }>(`
  SELECT e.*, EXISTS (SELECT 1${condition}) AS "isShown"
  FROM (SELECT ${EVENT_COLUMNS}, (e.data->>'id')::uuid AS subject_id ${AFTER}) e ORDER BY e.seq`);

/** Part of a channel's past, as one reader may see it. */
export interface FeedPage {
  events: EventEnvelope[];
  head: number;
  epoch: string;
  /** False where numbers after the given one are no longer kept, or were never given in this epoch. */
  isComplete: boolean;
  oldest: number;
}

/** Reads what happened on a channel, in order, inside the reader's tenant. */
@Injectable()
export class Feed {
  constructor(private readonly channels: Channels) {}

  /** @param after the last number already seen @param limit of events */
  async read(unit: UnitOfWork, actor: Actor, channel: Channel, after: number, limit: number): Promise<FeedPage> {
    actor.requireEventsOf(this.channels.permission(channel));
    const [[state], rows] = await Promise.all([unit.query(STATE, [channel]), this.#after(unit, actor, channel, [after, limit])]);
    const { head, oldest, epoch } = state!;
    const lowest = oldest ?? head + 1;
    return {
      events: rows.map(({ isShown, ...row }) => this.#shown(actor, envelopeOf(row, epoch), isShown)),
      // Two statements, two snapshots: what was committed in between belongs to the head.
      head: Math.max(head, rows.at(-1)?.seq ?? 0),
      epoch,
      isComplete: after >= lowest - 1 && after <= head,
      oldest: lowest,
    };
  }

  #after(unit: UnitOfWork, actor: Actor, channel: Channel, values: number[]): Promise<(EventRow & { isShown?: boolean })[]> {
    const condition = this.channels.seesNow(actor, channel);
    if (!condition) return unit.query(ALL_AFTER, [channel, ...values]);
    const { text, values: more } = where([condition], 3);
    return unit.query(SHOWN_AFTER(text), [channel, ...values, ...more]);
  }

  /** What the database was not asked of, the envelope itself tells. */
  #shown(actor: Actor, envelope: EventEnvelope, isShown: boolean | undefined): EventEnvelope {
    if (isShown === undefined) return this.channels.shown(actor, envelope);
    return isShown ? envelope : redacted(envelope);
  }
}

/** @throws ProblemError GONE with the oldest number that can still be read after. */
export function requireComplete({ isComplete, oldest }: FeedPage): void {
  if (isComplete) return;
  throw new ProblemError('GONE', `Events are kept ${EVENT_RETENTION_DAYS} days. Read the resources anew.`, { oldest });
}
