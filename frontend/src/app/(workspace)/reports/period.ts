import { dayOf } from '../tickets/day.ts';

/** Presets, in days up to today. */
export const PRESETS = [7, 30, 90] as const;
const MOST_DAYS = 366;
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days of the reader's zone, the last included. */
export interface Period {
  from: string;
  to: string;
}

/** The period that ends on the reader's today. */
export function lastDays(days: number, now: number, timeZone: string): Period {
  const to = dayOf(now, timeZone);
  return { from: new Date(Date.parse(`${to}T00:00:00Z`) - (days - 1) * DAY_MS).toISOString().slice(0, 10), to };
}

/** What an address says; what it cannot mean is the last 30 days. */
export function readPeriod(params: { from?: unknown; to?: unknown }, now: number, timeZone: string): Period {
  const { from, to } = params;
  const isDay = (value: unknown): value is string => typeof value === 'string' && DAY.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true;
  if (!isDay(from) || !isDay(to)) return lastDays(30, now, timeZone);
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return days >= 1 && days <= MOST_DAYS ? { from, to } : lastDays(30, now, timeZone);
}

export function periodHref({ from, to }: Period): string {
  return `/reports?${new URLSearchParams({ from, to })}`;
}

interface Condition {
  field: string;
  op: string;
  value?: string | readonly string[];
}

function listHref(conditions: readonly Condition[]): string {
  return `/tickets?${new URLSearchParams({ filter: JSON.stringify({ all: conditions }) })}`;
}

/** The list of the tickets that came in, or were solved, in the period and that fit `more`. */
export function ticketsHref(field: 'createdAt' | 'solvedAt', { from, to }: Period, more: readonly Condition[] = []): string {
  const after = new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return listHref([{ field, op: 'after', value: from }, { field, op: 'before', value: after }, ...more]);
}

/** Where the backend answers each table of the page as a file. */
export const FILES = {
  days: { path: '/reports/days/file' },
  agent: { path: '/reports/times/file', by: 'agent' },
  team: { path: '/reports/times/file', by: 'team' },
  tag: { path: '/reports/times/file', by: 'tag' },
  channel: { path: '/reports/times/file', by: 'channel' },
} as const;
export type ReportFile = keyof typeof FILES;

export function fileHref(of: ReportFile, { from, to }: Period): string {
  return `/reports/file?${new URLSearchParams({ of, from, to })}`;
}

export type Group = 'agent' | 'team' | 'tag' | 'channel';
const FIELDS = { agent: 'assignee', team: 'team', tag: 'tags', channel: 'channel' } as const;

/** What tells the tickets of a group from others; null is the group of those without. */
export function groupCondition(group: Group, id: string | null): Condition {
  const field = FIELDS[group];
  return id === null ? { field, op: 'isEmpty' } : { field, op: group === 'tag' ? 'has' : 'is', value: [id] };
}
