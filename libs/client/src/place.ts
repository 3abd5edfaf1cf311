import type { Presence, PresenceState } from '@kontor/contracts/realtime';

/** A resource at which one is present, and who else is there. */
export class Place {
  state: PresenceState = 'looking';
  readonly #others = new Map<string, Presence>();
  readonly #listen: (others: Presence[]) => void;

  constructor(listen: (others: Presence[]) => void) {
    this.#listen = listen;
  }

  /** Somebody came, went or does something else. */
  receive(presence: Presence): void {
    if (presence.state === 'gone') this.#others.delete(presence.who.id);
    else this.#others.set(presence.who.id, presence);
    this.#listen([...this.#others.values()]);
  }

  /** Everybody who is there now. */
  reset(present: readonly Presence[]): void {
    this.#others.clear();
    for (const presence of present) this.#others.set(presence.who.id, presence);
    this.#listen([...this.#others.values()]);
  }
}
