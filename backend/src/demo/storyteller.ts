import type { TicketChannel } from '@kontor/contracts/tickets';
import type {
  DemoAuthor,
  DemoContact,
  DemoMember,
  DemoTicket,
  Rhythm,
  Story,
  StoryCase,
  Voice,
} from './demo-types.ts';
import { usualTime } from './pacing.ts';
import { Random } from './random.ts';
import { nextActive, wallClock } from './rhythm.ts';
import { parseScript } from './script.ts';
import type { Step } from './script.ts';
import { TicketRecord } from './ticket-record.ts';
import { fill } from './wording.ts';

const MINUTE = 60_000;
/** Some requesters have not come back yet on tickets that are younger than this. */
const SILENCE = { days: 25, share: 0.35 } as const;
/** What waits for a third party is settled after some days, even where the story does not tell how. */
const HOLD_DAYS = 9;
/** Tickets solved for this many days close by themselves. */
const CLOSE_AFTER_DAYS = 7;

interface Telling {
  locale: string;
  rhythm: Rhythm;
  voice: Voice;
  members: DemoMember[];
  number: number;
  createdAt: number;
  now: number;
  requester: DemoContact | null;
  assignee: string;
  values: StoryCase;
}

/** Tells one ticket: walks through the script in time and stops where the present is reached. */
export class Storyteller {
  readonly #telling: Telling;
  readonly #story: Story;
  readonly #random: Random;
  readonly #record: TicketRecord;
  #at: number;
  #paused = false;
  #answered = false;

  constructor(story: Story, telling: Telling) {
    this.#story = story;
    this.#telling = telling;
    this.#random = new Random(telling.number * 7919 + story.script.length);
    this.#at = telling.createdAt;
    this.#record = new TicketRecord(this.#newTicket());
  }

  get #ticket(): DemoTicket {
    return this.#record.ticket;
  }

  tell(): DemoTicket {
    const steps = parseScript(this.#story.script);
    let ended = false;
    steps.forEach((step, index) => {
      if (ended || this.#isSilent(step) || !this.#advance(step, index === 0)) ended = true;
      else this.#apply(step);
    });
    this.#close();
    return this.#ticket;
  }

  #isSilent(step: Step): boolean {
    const { now, createdAt } = this.#telling;
    if (this.#story.plain || step.do !== 'ask' || this.#ticket.status !== 'pending') return false;
    return now - createdAt < SILENCE.days * 1440 * MINUTE && this.#random.chance(SILENCE.share);
  }

  #newTicket(): DemoTicket {
    const { number, createdAt, requester, values, assignee } = this.#telling;
    const channel = this.#channel();
    const byMember = channel === 'phone' || requester === null;
    return {
      number,
      subject: this.#text(values.subject ?? this.#story.subject),
      status: 'new',
      priority: this.#story.priority ?? 'normal',
      channel,
      requester: requester?.key ?? null,
      assignee: null,
      createdBy: byMember ? assignee : null,
      tags: this.#story.tags?.split(' ').sort() ?? [],
      entries: [],
      createdAt: new Date(createdAt),
      updatedAt: new Date(createdAt),
      solvedAt: null,
      closedAt: null,
    };
  }

  #channel(): TicketChannel {
    if (this.#story.channel) return this.#story.channel;
    return this.#telling.requester === null || this.#random.chance(0.25) ? 'web' : 'email';
  }

  /** Moves the clock to the step's time; false once that lies ahead of the present. */
  #advance(step: Step, first: boolean): boolean {
    if (step.do === 'wait') {
      this.#at += step.minutes * MINUTE;
      this.#paused = true;
    } else if (!first && !this.#paused) {
      this.#at = usualTime(step, this.#ticket, this.#at, this.#telling.rhythm, this.#random);
    }
    if (step.do !== 'wait') this.#paused = false;
    return this.#at <= this.#telling.now;
  }

  #apply(step: Step): void {
    const member = this.#member(null);
    if (step.do === 'ask') this.#ask(step.body);
    else if (step.do === 'reply') this.#reply(step.by, step.body);
    else if (step.do === 'note') this.#write(this.#member(step.by), 'note', this.#text(step.body));
    else if (step.do === 'assign') this.#assign(step.to);
    else if (step.do === 'status') this.#move(member, step.to);
    else if (step.do === 'priority') this.#record.prioritise(this.#at, member, step.to);
    else if (step.do === 'subject') this.#record.rename(this.#at, member, this.#text(step.to));
    else if (step.do === 'tag') this.#record.tag(this.#at, member, [...this.#ticket.tags, step.tag].sort());
    else if (step.do === 'untag') {
      this.#record.tag(this.#at, member, this.#ticket.tags.filter((tag) => tag !== step.tag));
    }
  }

  #write(author: DemoAuthor, kind: 'reply' | 'note', body: string): void {
    this.#record.write(this.#at, author, kind, body);
  }

  #ask(body: string): void {
    const { requester, voice, rhythm, assignee } = this.#telling;
    const first = this.#ticket.entries.length === 0;
    const text = this.#text(body);
    if (!requester) return this.#write({ type: 'user', key: assignee }, first ? 'reply' : 'note', text);
    const hour = wallClock(this.#at, rhythm.timeZone).getUTCHours();
    const framed = first ? this.#frame(voice.contactOpenings(hour), text, voice.contactClosings(requester)) : text;
    const author: DemoAuthor = { type: 'contact', key: requester.key };
    this.#write(author, 'reply', framed);
    if (['pending', 'hold', 'solved'].includes(this.#ticket.status)) this.#move(author, 'open');
  }

  #reply(by: string | null, body: string): void {
    const { requester, voice, rhythm, members } = this.#telling;
    const author = this.#member(by);
    const name = members.find(({ key }) => key === author.key)?.name.split(' ')[0] ?? '';
    const hour = wallClock(this.#at, rhythm.timeZone).getUTCHours();
    const openings = requester && !this.#answered ? voice.memberOpenings(requester, hour) : [''];
    const closings = this.#answered ? [''] : voice.memberClosings(name);
    this.#write(author, 'reply', this.#frame(openings, this.#text(body), closings));
    this.#answered = true;
    if (this.#ticket.status === 'new') this.#move(author, 'open');
  }

  #frame(openings: string[], text: string, closings: string[]): string {
    if (this.#story.plain || this.#story.channel === 'phone') return text;
    return [this.#random.pick(openings), text, this.#random.pick(closings)].filter(Boolean).join('\n\n');
  }

  #assign(to: string | null): void {
    const key = to === 'none' ? null : (to ?? this.#telling.assignee);
    const owner = this.#telling.members.find(({ role }) => role === 'owner');
    const byOwner = owner !== undefined && owner.key !== key && this.#random.chance(0.4);
    const author = key === null || byOwner ? (owner?.key ?? null) : key;
    this.#record.assign(this.#at, { type: 'user', key: author ?? this.#telling.assignee }, key);
  }

  #move(author: DemoAuthor, to: DemoTicket['status']): void {
    // Solving requires an assignee: who solves an untaken ticket takes it first.
    if (to === 'solved' && this.#ticket.assignee === null) this.#assign(null);
    this.#record.move(this.#at, author, to);
  }

  #close(): void {
    if (this.#ticket.status === 'hold') {
      this.#at = nextActive(this.#at + HOLD_DAYS * 1440 * MINUTE, this.#telling.rhythm, 'members', 25 * MINUTE);
      if (this.#at <= this.#telling.now) this.#move(this.#member(null), 'solved');
    }
    const { solvedAt, status } = this.#ticket;
    if (status !== 'solved' || !solvedAt) return;
    this.#at = solvedAt.getTime() + CLOSE_AFTER_DAYS * 1440 * MINUTE;
    if (this.#at <= this.#telling.now) this.#move({ type: 'system', key: null }, 'closed');
  }

  #member(key: string | null): { type: 'user'; key: string } {
    return { type: 'user', key: key ?? this.#ticket.assignee ?? this.#telling.assignee };
  }

  #text(text: string): string {
    const { locale, rhythm, createdAt, requester, values } = this.#telling;
    const filled = fill(text, { locale, timeZone: rhythm.timeZone, createdAt, requester, values }, this.#random);
    return filled.charAt(0).toUpperCase() + filled.slice(1);
  }
}
