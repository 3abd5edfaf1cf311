import { AUDIT_ACTIONS, type AuditAction } from '@kontor/contracts/audit';
import { startOfDay } from '../../tickets/day.ts';

export const AUDIT_PATH = '/settings/audit';

export interface AuditFilters {
  action?: AuditAction;
  /** A member's id. */
  actor?: string;
  /** Days of the reader's zone, YYYY-MM-DD, the last included. */
  from?: string;
  to?: string;
}

type Query = Record<string, string | string[] | undefined>;

/** What the address asks for; what means nothing is left out, so that a list is never refused for it. */
export function auditFilters(query: Query): AuditFilters {
  const one = (name: string) => [query[name] ?? ''].flat()[0]?.trim() ?? '';
  const day = (name: string) => (isDay(one(name)) ? one(name) : undefined);
  const [action, from, to] = [AUDIT_ACTIONS.find((known) => known === one('action')), day('from'), day('to')];
  const actor = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(one('actor')) ? one('actor') : undefined;
  return { ...(action && { action }), ...(actor && { actor }), ...(from && { from }), ...(to && { to }) };
}

function isDay(text: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
}

/** The same as the API has it: instants, and the end left out. */
export function auditRequest({ action, actor, from, to }: AuditFilters, timeZone: string) {
  return {
    ...(action && { action: [action] }),
    ...(actor && { actor }),
    ...(from && { from: startOfDay(from, timeZone) }),
    ...(to && { to: startOfDay(to, timeZone, 1) }),
  };
}

/** The address of the page, or of its file, with these filters. */
export function auditHref(filters: AuditFilters, { path = AUDIT_PATH, cursor }: { path?: string; cursor?: string } = {}): string {
  const query = new URLSearchParams({ ...filters, ...(cursor && { cursor }) }).toString();
  return query ? `${path}?${query}` : path;
}
