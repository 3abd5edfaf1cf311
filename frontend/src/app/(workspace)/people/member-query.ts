import { MEMBER_STATUSES, ROLES, type MemberStatus, type Role } from '@kontor/contracts/permissions';

export const MEMBER_SORTS = ['name', '-name', 'joinedAt', '-joinedAt'] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];

export interface MemberFilters {
  q?: string;
  role?: Role;
  status?: MemberStatus;
  team?: string;
  sort: MemberSort;
}

type Query = Record<string, string | string[] | undefined>;

/** What the address asks for; what means nothing is left out, so that a list is never refused for it. */
export function memberFilters(query: Query): MemberFilters {
  const one = (name: string) => [query[name] ?? ''].flat()[0]?.trim() ?? '';
  const among = <Value extends string>(values: readonly Value[], text: string) => values.find((value) => value === text);
  const [q, role, status] = [one('q').slice(0, 120), among(ROLES, one('role')), among(MEMBER_STATUSES, one('status'))];
  const team = /^[0-9a-f-]{36}$/i.test(one('team')) ? one('team') : undefined;
  return {
    ...(q && { q }),
    ...(role && { role }),
    ...(status && { status }),
    ...(team && { team }),
    sort: among(MEMBER_SORTS, one('sort')) ?? 'name',
  };
}

/** The address of the list with these filters. */
export function memberHref(filters: Partial<MemberFilters>, cursor?: string): string {
  const { sort, ...rest } = filters;
  const query = new URLSearchParams({ ...rest, ...(sort && sort !== 'name' && { sort }), ...(cursor && { cursor }) }).toString();
  return query ? `/people?${query}` : '/people';
}
