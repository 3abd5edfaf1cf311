import type { Session, Ticket } from './api-types.ts';
import { call } from './api.ts';
import { NOTHING_FOUND, type Found, type TicketHit } from './found.ts';
import { can } from './session.ts';

const LIMIT = 8;

/** The number in `1039` and `#1039`; undefined for anything else. */
export function numberIn(words: string): number | undefined {
  const digits = /^#?(\d{1,9})$/.exec(words.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function ticketHit({ id, number, subject, status, requester }: Ticket): TicketHit {
  return { id, href: `/tickets/${id}`, label: subject, hint: requester?.name ?? null, number, status };
}

/** The ticket of that number first, then those that have the words. */
async function findTickets(words: string, tenant: string): Promise<TicketHit[]> {
  const number = numberIn(words);
  const [numbered, worded] = await Promise.all([
    number === undefined ? { items: [] } : call('GET', '/tickets', { query: { number, limit: 1 }, tenant }),
    call('GET', '/tickets', { query: { q: words, sort: '-relevance', limit: LIMIT }, tenant }),
  ]);
  const exact = numbered.items[0];
  return [...(exact ? [exact] : []), ...worded.items.filter(({ id }) => id !== exact?.id)].map(ticketHit);
}

/** What the reader may see of tickets, contacts and companies that have these words. */
export async function search(session: Session, words: string): Promise<Found> {
  const [q, tenant] = [words.trim(), session.tenant.id];
  if (q === '') return NOTHING_FOUND;
  const mayReadContacts = can(session, 'contact:read');
  const [tickets, contacts, companies] = await Promise.all([
    can(session, 'ticket:read') ? findTickets(q, tenant) : [],
    mayReadContacts ? call('GET', '/contacts', { query: { q, limit: LIMIT }, tenant }) : { items: [] },
    mayReadContacts ? call('GET', '/companies', { query: { q, limit: LIMIT }, tenant }) : { items: [] },
  ]);
  return {
    tickets,
    contacts: contacts.items.map(({ id, name, email, company }) => ({ id, href: `/contacts/${id}`, label: name, hint: company?.name ?? email })),
    companies: companies.items.map(({ id, name, domain }) => ({ id, href: `/companies/${id}`, label: name, hint: domain })),
  };
}
