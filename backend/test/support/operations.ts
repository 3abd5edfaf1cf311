import type { OperationBody, OperationItemBody } from '../../src/platform/operations/operation.shape.ts';
import type { Person } from './people.ts';
import { bodyOf } from './reader.ts';
import { waitFor } from './sockets.ts';
import { send, type Answered } from './wire.ts';

/** Waits until the operation has ended. */
export function ended(person: Person, id: string, ms = 20_000): Promise<OperationBody> {
  return waitFor(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const operation = bodyOf<OperationBody>(await person.get(`/operations/${id}`).expect(200));
    return operation.finishedAt === null ? undefined : operation;
  }, ms);
}

/** What became of its items, all pages. */
export async function itemsOf(person: Person, id: string, query = '', cursor = ''): Promise<OperationItemBody[]> {
  const { items, nextCursor } = bodyOf<{ items: OperationItemBody[]; nextCursor: string | null }>(
    await person.get(`/operations/${id}/items?limit=100${query}${cursor && `&cursor=${cursor}`}`).expect(200),
  );
  return nextCursor === null ? items : [...items, ...(await itemsOf(person, id, query, nextCursor))];
}

/** Gives a file of contacts to be looked through, as a program does. */
export function uploadContacts(origin: string, person: Person, body: Buffer | string): Promise<Answered> {
  const headers = { authorization: `Bearer ${person.token}`, 'content-type': 'application/octet-stream' };
  return send(origin, { method: 'POST', path: '/api/v1/contacts/import?name=people.csv', headers, body });
}
