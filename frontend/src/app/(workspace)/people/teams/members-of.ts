import type { Member } from '../../../../lib/api-types.ts';
import { read } from '../../../../lib/session.ts';

/** As many as a team can have, a page of the API at a time. */
const PAGES = 5;

/** The active members, by name: who may be in a team. */
export async function activeMembers(): Promise<Member[]> {
  const members: Member[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { items, nextCursor } = await read('/members', { query: { status: 'active', sort: 'name', limit: 100, cursor } });
    members.push(...items);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return members;
}
