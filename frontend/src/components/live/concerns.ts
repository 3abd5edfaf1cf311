import type { Channel, EventEnvelope } from '@kontor/contracts/events';

/** The page that is looked at, and by whom. */
interface View {
  path: string;
  userId: string;
}

/** What an event is about; undefined where its data is withheld from the reader. */
function idOf({ data }: EventEnvelope): string | undefined {
  return typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : undefined;
}

const TICKET_PAGE = /^\/tickets\/([0-9a-f-]{36})/i;
/** Pages of contacts and companies have a timeline. */
const CONTACT_PAGE = /^\/(contacts|companies)\/[0-9a-f-]{36}$/i;

/** For each channel, whether the page shows something that its event has changed. */
const CONCERNS: Record<Channel, (view: View, event: EventEnvelope) => boolean> = {
  'tickets:updates': ({ path }, event) => {
    const open = TICKET_PAGE.exec(path)?.[1];
    // One that is withheld may be the one on the page, just taken out of the reader's sight.
    if (open) return event.redacted === true || idOf(event) === open.toLowerCase();
    // A contact's page lists tickets, also one that has just gone to another requester.
    return path === '/' || path === '/tickets' || CONTACT_PAGE.test(path);
  },
  'contacts:updates': ({ path }) => path.startsWith('/contacts') || path.startsWith('/companies'),
  // The bell stands on every page; what is another's is withheld.
  'notifications:updates': (_, event) => event.redacted !== true,
  // A change of one's own role changes every page, and so does the workspace's name.
  'users:updates': ({ path, userId }, event) => /^\/(people|settings\/(api-keys|service-members))/.test(path) || event.type === 'workspace_updated' || idOf(event) === userId,
};

/** True where the page at `path` shows something that this event has changed. */
export function concerns(path: string, event: EventEnvelope, userId: string): boolean {
  return CONCERNS[event.channel]({ path, userId }, event);
}
