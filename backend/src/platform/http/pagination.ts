import { Invalid } from './problems.ts';
import { FlagQuery, Text, WholeQuery } from './fields.ts';

/** Query parameters of every list. */
export class PageQuery {
  @WholeQuery({ min: 1, max: 100, description: 'Items on a page, 25 by default.' })
  limit: number = 25;

  @Text({ optional: true, max: 500, description: 'The `nextCursor` of the page before.' })
  cursor?: string;
}

/** For lists whose screen needs a total. */
export class CountedPageQuery extends PageQuery {
  @FlagQuery({ description: 'Answers the number of all matching items, too.' })
  count?: boolean;
}

/** Where the page before ended: the sorted value and the id of its last item. */
export interface Position {
  value: string | number;
  id: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An opaque cursor. It holds for the sort order it was made for only. */
export function encodeCursor(sort: string, { value, id }: Position): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/** @throws Invalid for anything that is not a cursor of this list in this order. */
export function decodeCursor(sort: string, cursor: string, accepts: (value: string | number) => boolean): Position {
  try {
    const [madeFor, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const isValue = typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value));
    if (madeFor === sort && isValue && typeof id === 'string' && UUID.test(id) && accepts(value)) return { value, id };
  } catch {
    // Falls through: not a cursor.
  }
  throw Invalid.field('?cursor', 'INVALID_FORMAT', 'Is not a cursor of this list in this order.');
}

/** True for an instant as answered: what a cursor over a timestamp column may hold. */
export function isInstant(value: string | number): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(value);
}

/** Cuts the one row more than `limit` that was read, and says where the next page begins. */
export function page<Row>(rows: Row[], limit: number, cursorOf: (last: Row) => string): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}
