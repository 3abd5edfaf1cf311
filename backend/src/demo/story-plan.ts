import type { Rhythm, Story, StoryCase } from './demo-types.ts';
import type { Random } from './random.ts';
import { nextActive, wallClock } from './rhythm.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

export interface PlannedStory {
  story: Story;
  values: StoryCase;
}

/** Every story once for each of its cases. */
export function everyCase(stories: readonly Story[]): PlannedStory[] {
  return stories.flatMap((story) => (story.cases ?? [{}]).map((values) => ({ story, values })));
}

/** Mixes the order so that tickets of one story stand apart. */
export function mix(planned: readonly PlannedStory[], random: Random): PlannedStory[] {
  return spread(random.shuffle(planned));
}

/** Moves a ticket on while one of the same story is among the six before it. */
function spread(plans: readonly PlannedStory[]): PlannedStory[] {
  const waiting = [...plans];
  const spreadOut: PlannedStory[] = [];
  while (waiting.length > 0) {
    const recent = spreadOut.slice(-6).map(({ story }) => story);
    const index = waiting.findIndex(({ story }) => !recent.includes(story));
    spreadOut.push(...waiting.splice(Math.max(index, 0), 1));
  }
  return spreadOut;
}

/** Swaps stories that begin at certain hours of a working day with the nearest ones whose time fits. */
export function placeByHour(
  plans: readonly PlannedStory[],
  times: readonly number[],
  timeZone: string,
): PlannedStory[] {
  const placed = [...plans];
  const fits = (plan: PlannedStory | undefined, index: number): boolean => {
    const hours = plan?.story.hours;
    const wall = wallClock(times[index] ?? 0, timeZone);
    const isWeekend = wall.getUTCDay() % 6 === 0;
    return !hours || (!isWeekend && wall.getUTCHours() >= hours[0] && wall.getUTCHours() < hours[1]);
  };
  placed.forEach((plan, index) => {
    if (fits(placed[index], index)) return;
    const near = placed.map((_, other) => other).sort((a, b) => Math.abs(a - index) - Math.abs(b - index));
    const other = near.find((candidate) => fits(placed[index], candidate) && fits(placed[candidate], index));
    const swapped = other === undefined ? undefined : placed[other];
    if (other === undefined || !swapped) return;
    placed[index] = swapped;
    placed[other] = plan;
  });
  return placed;
}

/** `count` instants between `oldest` and `newest` days ago, denser towards today, in hours when people write. */
export function creationTimes(
  count: number,
  { now, oldest, newest }: { now: number; oldest: number; newest: number },
  rhythm: Rhythm,
  random: Random,
): number[] {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const share = (index + random.next()) / count;
    const age = newest + (oldest - newest) * (1 - share) ** 1.15;
    const lateness = random.between(0, 8 * 60) * MINUTE * random.next();
    times.push(Math.min(nextActive(now - age * DAY, rhythm, 'contacts', lateness), now - newest * DAY));
  }
  return times.sort((a, b) => a - b);
}
