import type { EventEnvelope } from '@kontor/contracts/events';

/** The last part of `/tickets/<id>` and the like. */
const ONE = /^\/(tickets|contacts|people)\/([0-9a-f-]{36})/;

function idOf(data: unknown): string | undefined {
  return typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : undefined;
}

/** The id of the ticket that a message event is about. */
function ticketIdOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if ('ticketId' in data) return String(data.ticketId);
  return 'ticket' in data ? idOf(data.ticket) : idOf(data);
}

/** True where the page at `path` shows something that this event has changed. */
export function concerns(path: string, event: EventEnvelope, userId: string): boolean {
  if (event.redacted) return false;
  const one = ONE.exec(path);
  if (event.channel === 'tickets:updates') {
    if (one?.[1] === 'tickets') return ticketIdOf(event.data) === one[2];
    return path === '/' || path === '/tickets';
  }
  if (event.channel === 'contacts:updates') return path.startsWith('/contacts');
  // A change of one's own role changes every page.
  return path.startsWith('/people') || idOf(event.data) === userId;
}
