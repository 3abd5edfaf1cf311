import { join } from 'node:path';

/** Files that began in the same 2^24 ms (4.7 hours) lie together: their version 7 ids begin alike. */
export const SAME_TIME = 6;

/** Where the files of all tenants lie. */
export function keptIn(folder: string): string {
  return join(folder, 'kept');
}

/** Where a file lies: each tenant's in a folder of its own. */
export function placeOf(folder: string, tenantId: string, id: string): string {
  return join(keptIn(folder), tenantId, id.slice(0, SAME_TIME), id);
}
