import type { Person, Seeded } from '../database/seed.ts';
import type { ScenarioName } from '../options.ts';

export type HttpScenario = Extract<ScenarioName, 'list' | 'create' | 'ticket' | 'members' | 'feed'>;

export const CONNECTIONS = 50;
const FEED_BEHIND = 500;
const NEW_TICKET = JSON.stringify({ subject: 'The cold chain log of van 7 is missing', priority: 'high' });

/** The requests of each of 50 members of 20 tenants, who ask them in turn. */
export function requestsOf(scenario: HttpScenario, seeded: Seeded): string[][] {
  return seeded.people.slice(0, CONNECTIONS).map((person, place) => {
    if (scenario === 'create') return [post(person, '/tickets', NEW_TICKET)];
    return pathsOf(scenario, person, place, seeded).map((path) => get(person, path));
  });
}

/** What a scenario reads as `person`, the `place`th of the connections. */
export function pathsOf(scenario: Exclude<HttpScenario, 'create'>, person: Person, place: number, seeded: Seeded): string[] {
  switch (scenario) {
    case 'list':
      return ['/tickets?status=open&sort=-createdAt&limit=25'];
    case 'members':
      return ['/members?limit=25'];
    case 'feed':
      return [`/events?channel=tickets:updates&after=${Math.max(0, seeded.lastEvent - FEED_BEHIND)}&limit=25`];
    case 'ticket':
      return pages(seeded.pageTickets.get(person.tenantId) ?? [], place);
  }
}

/** The two requests of a ticket's page, for ten tickets. */
function pages(ids: string[], place: number): string[] {
  const own = Array.from({ length: 10 }, (_, index) => ids[(place + index * 7) % ids.length]!);
  return own.flatMap((id) => [`/tickets/${id}`, `/tickets/${id}/timeline?limit=25`]);
}

/** A request as it goes over the wire. */
export function get({ token }: Person, path: string): string {
  return `GET /api/v1${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n\r\n`;
}

function post({ token }: Person, path: string, body: string): string {
  return (
    `POST /api/v1${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n` +
    `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}
