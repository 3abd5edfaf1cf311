import type { EventEnvelope } from '@kontor/contracts/events';
import type { Refused, SubscribeAnswer } from '@kontor/contracts/realtime';

/** Where a channel has been followed to. `seq` means something within `epoch` only. */
export interface Mark {
  seq: number;
  epoch?: string;
}

/** What an answer or an event leads to. */
export interface Step {
  /** What is new, in order. */
  events: EventEnvelope[];
  /** Something may have been missed that will not be sent again. */
  resync: boolean;
  /** Something is missing that can be asked for. */
  gap: boolean;
}

const NOTHING: Step = { events: [], resync: false, gap: false };

/** How far one channel has been followed: which events are new, and what is missing between them. Knows no socket. */
export class Position {
  #seq: number | undefined;
  #epoch: string | undefined;
  /** Of chosen types only: gaps between their numbers are no sign of a loss. */
  readonly #isSparse: boolean;
  /** The number that a subscription under way was asked with; null while none is. */
  #asked: { since: number | undefined; hasTaken: boolean } | null = null;
  /** What came out of turn while a subscription was under way. */
  #early: EventEnvelope[] = [];

  constructor(start: Mark | undefined, isSparse: boolean) {
    this.#seq = start?.seq;
    this.#epoch = start?.epoch;
    this.#isSparse = isSparse;
  }

  /** Undefined until the first subscription is answered. */
  get mark(): Mark | undefined {
    return this.#seq === undefined ? undefined : { seq: this.#seq, ...(this.#epoch !== undefined && { epoch: this.#epoch }) };
  }

  /** A new connection. Of another epoch, after a database was restored, earlier numbers mean nothing. */
  enter(epoch: string): void {
    if (this.#epoch !== undefined && this.#epoch !== epoch) this.#seq = undefined;
    this.#epoch = epoch;
    this.#asked = null;
  }

  /** Starts a subscription; answers the number it is to go on from. */
  ask(): { since?: number } {
    this.#asked = { since: this.#seq, hasTaken: false };
    this.#early = [];
    return this.#seq === undefined ? {} : { since: this.#seq };
  }

  /** Notes where a subscription starts. What was asked counts, not what is known by now: an event may overtake the answer. */
  answered(answer: Exclude<SubscribeAnswer, Refused>): Step {
    const { since, hasTaken } = this.#asked ?? { since: this.#seq, hasTaken: false };
    this.#asked = null;
    const isLost = 'resync' in answer;
    this.#seq = isLost && !hasTaken ? answer.seq : Math.max(answer.seq, this.#seq ?? 0);
    const early = this.#early.sort((one, other) => one.seq - other.seq).map((event) => this.receive(event));
    return {
      events: early.flatMap(({ events }) => events),
      resync: isLost || since === undefined,
      gap: early.some(({ gap }) => gap),
    };
  }

  receive(event: EventEnvelope): Step {
    const isNext = this.#seq === undefined || (this.#isSparse ? event.seq > this.#seq : event.seq === this.#seq + 1);
    if (isNext) {
      this.#seq = event.seq;
      if (this.#asked) this.#asked.hasTaken = true;
      return { ...NOTHING, events: [event] };
    }
    if (this.#asked) {
      this.#early.push(event);
      return NOTHING;
    }
    return { ...NOTHING, gap: event.seq > this.#seq! };
  }

  /** The gateway says how far it has brought this reader. */
  beat(seq: number): Step {
    if (this.#asked || this.#seq === undefined || seq <= this.#seq) return NOTHING;
    if (!this.#isSparse) return { ...NOTHING, gap: true };
    this.#seq = seq;
    return NOTHING;
  }
}
