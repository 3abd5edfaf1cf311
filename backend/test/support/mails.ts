import type { MailState } from '@kontor/contracts/mail';
import type { ListedMailBody, MailBody } from '../../src/platform/mail/mail.shape.ts';
import type { IssuedInvitationBody } from '../../src/users/users.shapes.ts';
import type { TestApp } from './app.ts';
import { newTenant, type Person, type Tenant } from './people.ts';
import { bodyOf } from './reader.ts';
import { waitFor } from './sockets.ts';

let addresses = 0;
/** Of somebody outside. */
export const address = () => `guest-${(addresses += 1)}@school.test`;

/** The mail of a workspace, newest first. */
export const mails = async (person: Person, query = '') => bodyOf<{ items: ListedMailBody[] }>(await person.get(`/mails${query}`).expect(200)).items;
export const mail = async (person: Person, id: string) => bodyOf<MailBody>(await person.get(`/mails/${id}`).expect(200));
export const tested = async (person: Person) => bodyOf<ListedMailBody>(await person.post('/mails/test').expect(201));
export const invite = async (person: Person, body: object = {}) => bodyOf<IssuedInvitationBody>(await person.post('/invitations', { email: address(), role: 'agent', ...body }).expect(201));

/** The mail once it is in that state, after that many attempts. */
export function reaches(person: Person, id: string, state: MailState, attempts?: number): Promise<MailBody> {
  return waitFor(async () => {
    const now = await mail(person, id);
    return now.state === state && (attempts === undefined || now.attempts === attempts) ? now : undefined;
  });
}

export interface House {
  tenant: Tenant;
  owner: Person;
  agent: Person;
}

export async function houseOf(app: TestApp, name = 'Harbor'): Promise<House> {
  const tenant = await newTenant(app, name);
  const [owner, agent] = [await tenant.join({ role: 'owner', name: 'Rosa Lind' }), await tenant.join({ role: 'agent', name: 'Jan' })];
  return { tenant, owner, agent };
}
