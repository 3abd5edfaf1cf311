import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { PRESENCE_STATES, type Presence as Told, type PresenceAnswer, type PresenceState } from '@kontor/contracts/realtime';
import type { Channel, EventEnvelope } from '@kontor/contracts/events';
import type { Subscription } from 'rxjs';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { Channels } from '../events/channels.ts';
import { EventBus } from '../events/event-bus.ts';
import { problemOf } from '../http/problem-of.ts';
import { Invalid, NotFound, problemBody, ProblemError } from '../http/problems.ts';
import { reportError } from '../telemetry/report-error.ts';
import { Attendance, type Change } from './attendance.ts';
import type { Connection } from './connection.ts';
import { PresenceExchange, type Notice } from './presence-exchange.ts';

interface Resource {
  name: string;
  channel: Channel;
  id: string;
}

const RESOURCE = /^([a-z]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const SWEEP_MS = 1_000;
/** Whoever is at one more leaves the first: nobody has so many tabs behind one connection. */
const MOST_PLACES = 10;
const NAME = sql<{ name: string }>('SELECT name FROM users WHERE id = $1');

/**
 * Who is at a resource right now, told to the others who are there. Whoever asks has to be allowed to see the resource, and
 * is out once they no longer are. It has no number, no past and no replay. Each process keeps who is where, of its own
 * people by their connections and of the others' by what the processes tell each other.
 */
@Injectable()
export class Presence implements OnModuleInit, OnModuleDestroy {
  /** A seat of another process is a mere name. */
  readonly #attendance = new Attendance<Connection | string>();
  readonly #places = new Map<Connection, Set<string>>();
  readonly #names = new Map<string, string>();
  #published: Subscription | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly channels: Channels,
    private readonly bus: EventBus,
    private readonly exchange: PresenceExchange,
  ) {}

  onModuleInit(): void {
    this.#published = this.bus.published.subscribe(({ tenantId, envelope }) => this.#turnOut(tenantId, envelope));
    this.exchange.noticed.subscribe((notice) => this.#notice(notice));
    this.exchange.asked.subscribe((tenantId) => this.#answer(tenantId));
    this.#timer = setInterval(() => this.#tell(this.#attendance.expire(Date.now())), SWEEP_MS).unref();
  }

  onModuleDestroy(): void {
    this.#published?.unsubscribe();
    clearInterval(this.#timer);
  }

  async enter(connection: Connection, request: unknown): Promise<PresenceAnswer> {
    try {
      const { resource, state } = this.#checked(request);
      const place = placeOf(connection, resource.name);
      if (state === 'gone') {
        this.#leave(connection, place);
        return { ok: true, resource: resource.name, present: [] };
      }
      this.#names.set(connection.actor.userId, await this.#admit(connection, resource));
      if (connection.socket.connected) this.#take(connection, place, state);
      return { ok: true, resource: resource.name, present: this.#others(connection, place) };
    } catch (error) {
      const known = problemOf(error);
      if (!known) reportError(error, { category: 'realtime', severity: 'error' });
      return { ok: false, error: problemBody(known ?? new ProblemError('INTERNAL', 'Something went wrong here.'), connection.traceId) };
    }
  }

  /** The people at a resource, such as `tickets/<id>`, as far as this process knows. */
  people(tenantId: string, resource: string): Set<string> {
    return new Set(this.#attendance.at(`${tenantId}|${resource}`, Date.now()).map(({ person }) => person));
  }

  leaveAll(connection: Connection): void {
    for (const place of this.#places.get(connection) ?? []) this.#leave(connection, place);
  }

  /** The name of the member who asks. In the rights of the session, which the same flight proves. @throws NotFound */
  async #admit({ actor }: Connection, { channel, id }: Resource): Promise<string> {
    const scope = { sessionId: actor.sessionId, authVersion: actor.authVersion };
    const [isAllowed, person] = await this.database.run({ scope, actor, reading: true }, () =>
      Promise.all([this.channels.admits(actor, channel, id), this.database.one(NAME, [actor.userId])]),
    );
    if (!isAllowed || !person) throw new NotFound();
    return person.name;
  }

  #take(connection: Connection, place: string, state: PresenceState): void {
    const places = this.#places.get(connection) ?? new Set();
    if (!places.has(place)) this.exchange.join(connection.actor.tenantId);
    this.#places.set(connection, places.add(place));
    this.#set(connection, place, state);
    const [first] = places;
    if (places.size > MOST_PLACES && first) this.#leave(connection, first);
  }

  #leave(connection: Connection, place: string): void {
    const places = this.#places.get(connection);
    if (!places?.delete(place)) return;
    if (places.size === 0) this.#places.delete(connection);
    this.#set(connection, place, 'gone');
    this.exchange.leave(connection.actor.tenantId);
  }

  #set(connection: Connection, place: string, state: PresenceState): void {
    const { tenantId, userId } = connection.actor;
    this.#tell(this.#attendance.set(place, userId, connection, state, Date.now()));
    this.exchange.tell(tenantId, this.#noticeOf(connection, place, state));
  }

  #noticeOf({ actor, socket }: Connection, place: string, state: PresenceState): Notice {
    return { seat: socket.id, place, person: actor.userId, name: this.#names.get(actor.userId) ?? '', state };
  }

  /** Somebody of another process. */
  #notice({ seat, place, person, name, state }: Notice): void {
    this.#names.set(person, name);
    this.#tell(this.#attendance.set(place, person, seat, state, Date.now()));
  }

  #answer(tenantId: string): void {
    for (const [connection, places] of this.#places) {
      if (connection.actor.tenantId !== tenantId) continue;
      for (const place of places) {
        const state = this.#attendance.stateOf(place, connection.actor.userId, connection, Date.now());
        this.exchange.tell(tenantId, this.#noticeOf(connection, place, state));
      }
    }
  }

  /** A change of the resource may have taken it out of somebody's sight. */
  #turnOut(tenantId: string, envelope: EventEnvelope): void {
    const { id } = (envelope.data ?? {}) as { id?: unknown };
    const place = `${tenantId}|${envelope.channel.split(':')[0]}/${String(id)}`;
    for (const { seats } of this.#attendance.at(place, Date.now())) {
      for (const seat of seats.filter(isHere)) if (this.channels.shown(seat.actor, envelope).redacted) this.#leave(seat, place);
    }
  }

  #tell(changes: Change[]): void {
    for (const { place, person, state } of changes) {
      const told = this.#told(place, person, state);
      for (const other of this.#attendance.at(place, Date.now())) {
        if (other.person !== person) for (const { socket } of other.seats.filter(isHere)) socket.emit('presence', told);
      }
    }
  }

  #others({ actor }: Connection, place: string): Told[] {
    const others = this.#attendance.at(place, Date.now()).filter(({ person }) => person !== actor.userId);
    return others.map(({ person, state }) => this.#told(place, person, state));
  }

  #told(place: string, person: string, state: PresenceState): Told {
    return { resource: place.slice(place.indexOf('|') + 1), who: { id: person, name: this.#names.get(person) ?? '' }, state };
  }

  #checked(request: unknown): { resource: Resource; state: PresenceState } {
    const { resource, state, ...rest } = (typeof request === 'object' && request !== null ? request : {}) as Record<string, unknown>;
    const stray = Object.keys(rest)[0];
    if (stray !== undefined) throw Invalid.field(`/${stray}`, 'UNKNOWN_FIELD', 'Is not a field here.');
    const [name, domain, id] = RESOURCE.exec(typeof resource === 'string' ? resource : '') ?? [];
    const channel = `${domain}:updates`;
    if (!name || !id || !this.channels.has(channel)) throw Invalid.field('/resource', 'INVALID_VALUE', 'Is not a resource here.');
    if (!(PRESENCE_STATES as readonly unknown[]).includes(state)) throw Invalid.field('/state', 'INVALID_VALUE', 'Must be looking, typing or gone.');
    return { resource: { name, channel, id }, state: state as PresenceState };
  }
}

function isHere(seat: Connection | string): seat is Connection {
  return typeof seat !== 'string';
}

function placeOf({ actor }: Connection, resource: string): string {
  return `${actor.tenantId}|${resource}`;
}
