import type { EventEnvelope, Channel } from '@kontor/contracts/events';
import type { NewEvent } from '../../src/platform/events/events.ts';
import { Events } from '../../src/platform/events/events.ts';
import { Database } from '../../src/platform/database/database.ts';
import type { TestApp } from './app.ts';
import { asSuperuser } from './databases.ts';
import type { Person } from './people.ts';

export const seqs = (events: EventEnvelope[]) => events.map(({ seq }) => seq);

/** `from`, `from + 1`, … `to`. */
export function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

export interface FeedBody {
  items: EventEnvelope[];
  nextCursor: string | null;
  seq: number;
  epoch: string;
}

/** The whole feed of a channel, page by page. */
export async function readFeed(person: Person, channel: Channel = 'tickets:updates', after = 0, limit = 100): Promise<EventEnvelope[]> {
  const { body } = (await person.get(`/events?channel=${channel}&after=${after}&limit=${limit}`).expect(200)) as { body: unknown };
  const { items, nextCursor } = body as FeedBody;
  return nextCursor === null ? items : [...items, ...(await readFeed(person, channel, Number(nextCursor), limit))];
}

/** Makes every write of a ticket whose subject starts with `Thrown` fail at COMMIT, after its events were written. */
export async function failCommitOfThrownTickets(app: TestApp): Promise<void> {
  await asSuperuser(app.database.superuserUrl, async (client) => {
    await client.query(`
      CREATE FUNCTION fail_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'thrown at commit' USING ERRCODE = '23514'; END $$;
      CREATE CONSTRAINT TRIGGER fail_at_commit AFTER INSERT ON tickets DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.subject LIKE 'Thrown%') EXECUTE FUNCTION fail_at_commit()`);
  });
}

/** Appends events of one transaction in the tenant of `person`, as a feature would; `thrown` fails it afterwards. */
export async function append(app: TestApp, person: Person, events: NewEvent[], thrown = false): Promise<void> {
  const service = app.nest.get(Events);
  await app.nest.get(Database).run({ scope: { tenantId: person.tenantId, userId: person.id } }, async () => {
    for (const event of events) service.append({ actor: { type: 'system', id: null }, ...event });
    if (thrown) throw new Error('thrown');
  });
}
