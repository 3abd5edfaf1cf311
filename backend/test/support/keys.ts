import type { ApiScope } from '@kontor/contracts/scopes';
import type { IssuedApiKeyBody } from '../../src/users/users.shapes.ts';
import type { Reachable } from './app.ts';
import { PASSWORD, personWith, type Person } from './people.ts';
import { bodyOf } from './reader.ts';

/** A key of `maker`, or of the service member `ownerId`. */
export async function newKey(maker: Person, scopes: ApiScope[], more: { ownerId?: string; expiresAt?: string } = {}): Promise<IssuedApiKeyBody> {
  return bodyOf<IssuedApiKeyBody>(await maker.post('/api-keys', { name: 'Program', scopes, password: PASSWORD, ...more }).expect(201));
}

/** A program that calls with the key. */
export function programWith(app: Reachable, { token, owner }: IssuedApiKeyBody, { tenantId }: Person): Person {
  return personWith(app, { token, user: { id: owner.id }, tenant: { id: tenantId } }, '');
}

export async function newProgram(app: Reachable, maker: Person, scopes: ApiScope[], more: { ownerId?: string; expiresAt?: string } = {}): Promise<Person> {
  return programWith(app, await newKey(maker, scopes, more), maker);
}
