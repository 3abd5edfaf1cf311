import type {
  DemoAnswer,
  DemoContact,
  DemoMember,
  DemoTenant,
  DemoTicket,
  PinnedStory,
  Rhythm,
  Story,
  StoryCase,
  Voice,
} from './demo-types.ts';
import { Random } from './random.ts';
import { nextActive } from './rhythm.ts';
import { creationTimes, everyCase, mix, placeByHour } from './story-plan.ts';
import type { PlannedStory } from './story-plan.ts';
import { Storyteller } from './storyteller.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

export interface TenantPlan {
  tenant: Pick<DemoTenant, 'slug' | 'name' | 'locale' | 'timeZone' | 'fields' | 'views'>;
  members: DemoMember[];
  contacts: Omit<DemoContact, 'createdAt'>[];
  assignees: string[];
  rhythm: Rhythm;
  voice: Voice;
  answers: DemoAnswer[];
  stories: Story[];
  /** Told once each, at a fixed share of the way from the oldest ticket to the newest. */
  edges: Story[];
  pinned: PinnedStory[];
  /** Ages in minutes of the numbers between the pinned ones. */
  recentAges: Record<number, number>;
  /** The number of the newest ticket; the others count down from it. */
  lastNumber: number;
  seed: number;
}

/** Oldest tickets are this many days old, the newest that are not pinned or recent this many. */
const SPAN = { oldest: 90, newest: 3.1 } as const;

/** Tells all tickets of a tenant as they stand at `now`. */
export function tellTenant(plan: TenantPlan, now: Date): DemoTenant {
  const random = new Random(plan.seed);
  const between = Object.keys(plan.recentAges).length;
  const stories = mix(everyCase(plan.stories), random);
  // The recent ones are as old as `now` makes them, so they take stories that may begin at any hour.
  const recent = stories.filter(({ story }) => !story.hours).slice(0, between);
  const older = stories.filter((planned) => !recent.includes(planned));
  const tickets = [
    ...olderTickets(plan, older, now.getTime(), random),
    ...newestTickets(plan, recent, now.getTime(), random),
  ];
  tickets.sort((a, b) => a.number - b.number);
  return { ...plan.tenant, members: plan.members, contacts: datedContacts(plan, tickets, now), tickets, answers: plan.answers };
}

function newestTickets(plan: TenantPlan, fillers: PlannedStory[], now: number, random: Random): DemoTicket[] {
  const recent = Object.entries(plan.recentAges).map(([number, age], index) =>
    tell(plan, fillers[index], { number: Number(number), createdAt: now - age * MINUTE, now }, random),
  );
  const pinned = plan.pinned.map((story) => {
    const values: StoryCase = story.assignee ? { assignee: story.assignee } : {};
    return tell(plan, { story, values }, { number: story.number, createdAt: now - story.age * MINUTE, now }, random);
  });
  return [...recent, ...pinned];
}

function olderTickets(plan: TenantPlan, stories: PlannedStory[], now: number, random: Random): DemoTicket[] {
  const plans = [...stories];
  plan.edges.forEach((story, index) => {
    const place = Math.round((plans.length * (index + 0.5)) / plan.edges.length);
    plans.splice(place, 0, { story, values: {} });
  });
  const times = creationTimes(plans.length, { now, ...SPAN }, plan.rhythm, random);
  const newest = plan.lastNumber - plan.pinned.length - Object.keys(plan.recentAges).length;
  return placeByHour(plans, times, plan.tenant.timeZone).map((planned, index) => {
    const createdAt = times[index] ?? now - SPAN.newest * DAY;
    return tell(plan, planned, { number: newest - plans.length + 1 + index, createdAt, now }, random);
  });
}

function tell(
  plan: TenantPlan,
  planned: PlannedStory | undefined,
  when: { number: number; createdAt: number; now: number },
  random: Random,
): DemoTicket {
  if (!planned) throw new RangeError('More tickets are planned than there are stories');
  const { story, values } = planned;
  const requester = findRequester(plan, values.from ?? story.from, random);
  const { locale } = plan.tenant;
  const assignee = values.assignee ?? random.pick(plan.assignees);
  const { rhythm, voice, members } = plan;
  return new Storyteller(story, { locale, rhythm, voice, members, ...when, requester, assignee, values }).tell();
}

function findRequester(plan: TenantPlan, from: string | null, random: Random): DemoContact | null {
  if (from === null) return null;
  const named = plan.contacts.find(({ key }) => key === from);
  const chosen = named ?? random.pick(plan.contacts.filter(({ kind }) => kind === from));
  return { ...chosen, createdAt: new Date(0) };
}

/** Contacts came with their first ticket; those without one were entered by hand some time before. */
function datedContacts(plan: TenantPlan, tickets: readonly DemoTicket[], now: Date): DemoContact[] {
  const random = new Random(plan.seed + 2);
  return plan.contacts.map((contact) => {
    const first = tickets.find(({ requester }) => requester === contact.key);
    const entered = nextActive(now.getTime() - random.between(4, 80) * DAY, plan.rhythm, 'members', 30 * MINUTE);
    return { ...contact, createdAt: first?.createdAt ?? new Date(entered) };
  });
}
