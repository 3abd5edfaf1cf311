import { dateFormat, numberFormat } from '../../lib/formats.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function amount(value: number, unit: 'minute' | 'hour' | 'day', locale: string): string {
  // Indonesian abbreviates an hour to "j" and a day to "hr", which nobody reads at once.
  const unitDisplay = locale.startsWith('id') ? 'long' : 'short';
  // British short forms take a plural ("24 mins"); the plain English ones are quieter.
  const unitLocale = locale.startsWith('en') ? 'en' : locale;
  return numberFormat(unitLocale, { style: 'unit', unit, unitDisplay }).format(value);
}

/** "3 hours ago", "yesterday"; older than a week the day. */
export function agoText(at: Date, now: number, locale: string, timeZone: string): string {
  const age = Math.max(0, now - at.getTime());
  if (age >= 7 * DAY) return ageText(at, now, locale, timeZone);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), 'minute');
  return age < DAY ? format.format(-Math.floor(age / HOUR), 'hour') : format.format(-Math.floor(age / DAY), 'day');
}

/** "2 min", "3 hr", "4 days"; older than a week the day, and the year where it is another one. */
export function ageText(at: Date, now: number, locale: string, timeZone: string): string {
  const age = Math.max(0, now - at.getTime());
  if (age < HOUR) return amount(Math.floor(age / MINUTE), 'minute', locale);
  if (age < DAY) return amount(Math.floor(age / HOUR), 'hour', locale);
  if (age < 7 * DAY) return amount(Math.floor(age / DAY), 'day', locale);
  const sameYear = new Date(now).getUTCFullYear() === at.getUTCFullYear();
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone };
  if (!sameYear) options.year = 'numeric';
  return dateFormat(locale, options).format(at);
}
