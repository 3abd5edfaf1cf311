import type { Rhythm } from './demo-types.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds by which the wall clock of `timeZone` is ahead of UTC at `instant`. */
function offsetAt(instant: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset', year: 'numeric' });
    formatters.set(timeZone, formatter);
  }
  const name = formatter.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  if (!match) return 0;
  const size = Number(match[2]) * HOUR + Number(match[3]) * 60_000;
  return match[1] === '-' ? -size : size;
}

/** The wall clock of `timeZone` at `instant`, as a Date whose UTC fields show it. */
export function wallClock(instant: number, timeZone: string): Date {
  return new Date(instant + offsetAt(instant, timeZone));
}

/** `instant` itself when people are there, otherwise some minutes after they next begin. */
export function nextActive(instant: number, rhythm: Rhythm, who: 'members' | 'contacts', lateness: number): number {
  const wall = wallClock(instant, rhythm.timeZone);
  const offset = wall.getTime() - instant;
  const midnight = Math.floor(wall.getTime() / DAY) * DAY;
  for (let days = 0; days <= 7; days += 1) {
    const day = midnight + days * DAY;
    const hours = rhythm[who][new Date(day).getUTCDay()];
    if (!hours) continue;
    const opens = day + hours[0] * HOUR;
    if (wall.getTime() < opens) return opens - offset + lateness;
    if (wall.getTime() < day + hours[1] * HOUR) return instant;
  }
  return instant;
}

/** The day `days` after `instant` in the zone, moved from a weekend to the Monday after it. */
export function workdayAfter(instant: number, timeZone: string, days: number): Date {
  const wall = wallClock(instant, timeZone).getTime() + days * DAY;
  const weekday = new Date(wall).getUTCDay();
  const skip = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return new Date(wall + skip * DAY);
}

/** ISO 8601 week number of a wall-clock date. */
export function isoWeek(wall: Date): number {
  const thursday = new Date(wall.getTime() + (4 - (wall.getUTCDay() || 7)) * DAY);
  return Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY + 1) / 7);
}
