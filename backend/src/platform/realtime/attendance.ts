import { PRESENCE_SECONDS, type PresenceState } from '@kontor/contracts/realtime';

/** That somebody's state at a place is now another one than was last told. */
export interface Change {
  place: string;
  person: string;
  state: PresenceState;
}

interface Seat {
  /** Milliseconds. */
  lookingUntil: number;
  typingUntil: number;
}

interface Person<SeatKey> {
  seats: Map<SeatKey, Seat>;
  /** What was told last. */
  told: PresenceState;
}

/**
 * Who is where: people at places, each by any number of seats (tabs). A person is one, whatever the number of seats, and
 * types if any of them does. Every call answers what has to be told; `now` is in milliseconds of one clock.
 */
export class Attendance<SeatKey> {
  readonly #places = new Map<string, Map<string, Person<SeatKey>>>();

  set(place: string, person: string, seat: SeatKey, state: PresenceState, now: number): Change[] {
    const people = this.#places.get(place) ?? new Map<string, Person<SeatKey>>();
    const present = people.get(person) ?? { seats: new Map<SeatKey, Seat>(), told: 'gone' };
    this.#places.set(place, people.set(person, present));
    if (state === 'gone') present.seats.delete(seat);
    else {
      const typingUntil = state === 'typing' ? now + PRESENCE_SECONDS.typing * 1_000 : 0;
      present.seats.set(seat, { lookingUntil: now + PRESENCE_SECONDS.looking * 1_000, typingUntil });
    }
    return this.#settle(place, person, now);
  }

  /** Whoever has fallen silent is gone, and whoever no longer types looks. */
  expire(now: number): Change[] {
    const all = [...this.#places].flatMap(([place, people]) => [...people.keys()].map((person) => [place, person] as const));
    return all.flatMap(([place, person]) => {
      const { seats } = this.#places.get(place)!.get(person)!;
      for (const [seat, { lookingUntil }] of seats) if (lookingUntil <= now) seats.delete(seat);
      return this.#settle(place, person, now);
    });
  }

  /** What one seat says by itself. */
  stateOf(place: string, person: string, seat: SeatKey, now: number): PresenceState {
    const seats = this.#places.get(place)?.get(person)?.seats;
    const own = seats?.get(seat);
    return stateOf(own ? new Map([[seat, own]]) : new Map(), now);
  }

  /** Everybody at a place with their state. */
  at(place: string, now: number): { person: string; state: PresenceState; seats: SeatKey[] }[] {
    return [...(this.#places.get(place) ?? [])].map(([person, { seats }]) => ({ person, state: stateOf(seats, now), seats: [...seats.keys()] }));
  }

  #settle(place: string, person: string, now: number): Change[] {
    const people = this.#places.get(place)!;
    const present = people.get(person)!;
    const state = stateOf(present.seats, now);
    if (state === 'gone') people.delete(person);
    if (people.size === 0) this.#places.delete(place);
    if (state === present.told) return [];
    present.told = state;
    return [{ place, person, state }];
  }
}

function stateOf(seats: ReadonlyMap<unknown, Seat>, now: number): PresenceState {
  if (seats.size === 0) return 'gone';
  return [...seats.values()].some(({ typingUntil }) => typingUntil > now) ? 'typing' : 'looking';
}
