import type { DemoContact, StoryCase } from './demo-types.ts';
import type { Random } from './random.ts';
import { isoWeek, wallClock, workdayAfter } from './rhythm.ts';

interface Setting {
  locale: string;
  timeZone: string;
  createdAt: number;
  requester: DemoContact | null;
  values: StoryCase;
}

/**
 * Fills a text: `[one|other]` is chosen by the generator, `{name}` comes from the case, `{place}` and `{call}` from the
 * requester; `{day+2}`, `{date+9}`, `{week+1}`, `{monthago+1}` and `{monthahead+1}` count from the day of creation, so
 * that all texts of a ticket agree.
 */
export function fill(text: string, setting: Setting, random: Random): string {
  const chosen = text.replace(/\[([^[\]]*\|[^[\]]*)\]/g, (_, options: string) => {
    return random.pick(options.split('|')).trim();
  });
  return chosen.replace(/\{(\w+)(?:\+(\d+))?\}/g, (whole, name: string, days?: string) => {
    if (days !== undefined) return calendarWord(name, Number(days), setting);
    if (name === 'place') return setting.requester?.place ?? whole;
    if (name === 'call') return setting.requester?.call ?? whole;
    const value = setting.values[name];
    if (value === undefined) throw new ReferenceError(`Nothing given for ${whole}: ${text}`);
    return value.includes('{') ? fill(value, setting, random) : value;
  });
}

function calendarWord(name: string, amount: number, { locale, timeZone, createdAt }: Setting): string {
  if (name === 'week') return String(isoWeek(workdayAfter(createdAt, timeZone, amount * 7)));
  const day = workdayAfter(createdAt, timeZone, amount);
  const language = locale === 'en' ? 'en-GB' : locale;
  if (name === 'day') return day.toLocaleDateString(language, { weekday: 'long', timeZone: 'UTC' });
  if (name === 'date') return day.toLocaleDateString(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  if (name === 'monthago' || name === 'monthahead') {
    const today = wallClock(createdAt, timeZone);
    const months = name === 'monthago' ? -amount : amount;
    const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, 1));
    return first.toLocaleDateString(language, { month: 'long', timeZone: 'UTC' });
  }
  throw new ReferenceError(`No such calendar word: ${name}`);
}
