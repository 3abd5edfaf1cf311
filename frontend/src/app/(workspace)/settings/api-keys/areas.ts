import { API_SCOPES, type ApiScope } from '@kontor/contracts/scopes';
import type { Messages } from 'next-intl';

type Area = keyof Messages['apiKeys']['area'];

/** By the first part of a scope's name; what is not named here belongs to the workspace. */
const AREAS: Record<string, Area> = {
  events: 'following',
  operation: 'following',
  ticket: 'tickets',
  'ticket-view': 'tickets',
  'canned-answer': 'tickets',
  field: 'tickets',
  attachment: 'tickets',
  contact: 'contacts',
};

/** Those of `scopes` that a key can have, by area. */
export function byArea(isOffered: (scope: ApiScope) => boolean): [Area, ApiScope[]][] {
  return [...Map.groupBy(API_SCOPES.filter(isOffered), (scope) => AREAS[scope.split(':')[0]!] ?? 'workspace')];
}
