import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { hasPermission, isAtMost, type Permission, type Role } from '@kontor/contracts/permissions';
import { API_KEY_LIMITS, type ApiScope } from '@kontor/contracts/scopes';
import { issueApiKey } from '../../platform/access/api-keys.ts';
import { Credentials } from '../../platform/access/credentials.ts';
import { Sessions } from '../../platform/access/sessions.ts';
import { Clock } from '../../platform/clock.ts';
import { currentActor, currentContext } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Events } from '../../platform/events/events.ts';
import type { Condition } from '../../platform/http/keyset.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../platform/http/problems.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { HOLD_MEMBER } from '../members/members.queries.ts';
import type { ApiKeyBody, IssuedApiKeyBody, MemberBody } from '../users.shapes.ts';
import type { ApiKeyQuery, CreateApiKeyDto } from './api-keys.dto.ts';
import { API_KEY, API_KEYS, apiKeyBody, COUNT_ACTIVE, CREATE_API_KEY, OPEN_KEY_SESSION, REVOKE_API_KEY, STATES } from './api-keys.queries.ts';

/** What members do with keys: their own, and where they keep keys, those of all members. The key is answered once: only its hash is kept. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async list({ state, owner, ...query }: ApiKeyQuery): Promise<PageOf<ApiKeyBody>> {
    const conditions: Condition[] = [];
    if (!keepsKeys()) conditions.push({ text: 'k.user_id = ?', values: [currentActor().userId] });
    if (owner) conditions.push({ text: 'k.user_id = ?', values: [owner] });
    if (state) conditions.push({ text: STATES[state], values: [] });
    const page = await API_KEYS(this.database, conditions, query);
    return { ...page, items: page.items.map(apiKeyBody) };
  }

  /** @throws NotFound also for another member's key, where one does not keep keys */
  async read(id: string): Promise<ApiKeyBody> {
    const row = await this.database.one(API_KEY, [id]);
    if (!row || (row.ownerId !== currentActor().userId && !keepsKeys())) throw new NotFound();
    return apiKeyBody(row);
  }

  async create({ name, scopes, expiresAt = null, ownerId, password }: CreateApiKeyDto): Promise<IssuedApiKeyBody> {
    const { userId, tenantId } = currentActor();
    if (scopes.length === 0) throw Invalid.field('/scopes', 'REQUIRED', 'Choose at least one.');
    if (expiresAt !== null && new Date(expiresAt) <= this.clock.now()) throw Invalid.field('/expiresAt', 'TOO_SMALL', 'Must be in the future.');
    // Before the first query, so that no connection waits for the hashing.
    const proven = await this.credentials.confirm(userId, password, currentContext().address);
    if (!proven) throw Invalid.field('/password', 'INVALID_VALUE', 'Is not your present password.');
    const owner = await this.#owner(ownerId ?? userId);
    requireWithin(owner.role, scopes);
    await this.#requireRoom(owner.id);
    const id = uuidv7();
    const { token, hash } = issueApiKey(id);
    await this.database.query(OPEN_KEY_SESSION, [id, hash, tenantId, owner.id, expiresAt]);
    await this.database.query(CREATE_API_KEY, [id, owner.id, name, scopes, userId, this.clock.now().toISOString()]);
    const body = await this.read(id);
    this.events.append({ channel: 'users:updates', type: 'api_key_created', data: body });
    return { ...body, token };
  }

  /** The key holds from its next request on no more, and its sockets are cut. One that was revoked stays so. */
  async revoke(id: string): Promise<ApiKeyBody> {
    const { owner } = await this.read(id);
    const revoked = await this.database.one(REVOKE_API_KEY, [id, this.clock.now().toISOString()]);
    const body = await this.read(id);
    if (!revoked) return body;
    this.events.append({ channel: 'users:updates', type: 'api_key_revoked', data: body });
    const { tenantId } = currentActor();
    this.database.afterCommit(() => this.sessions.end(owner.id, tenantId));
    return body;
  }

  /** Oneself, or a service member of no more than one's own role: nobody makes a key in another person's name. */
  async #owner(id: string): Promise<MemberBody> {
    const { userId, role } = currentActor();
    if (id !== userId && !keepsKeys()) throw new Forbidden('Keys of service members are made by owners and admins.');
    const owner = await this.database.one(HOLD_MEMBER, [id]);
    if (owner?.status !== 'active') throw Invalid.field('/ownerId', 'NOT_FOUND', 'Is not an active member here.');
    if (id === userId) return owner;
    if (owner.kind !== 'service') throw Invalid.field('/ownerId', 'INVALID_VALUE', 'Is a person, who makes keys alone.');
    if (!isAtMost(owner.role, role)) throw new Forbidden('Nobody gives away more than their own role.');
    return owner;
  }

  async #requireRoom(userId: string): Promise<void> {
    const { active } = (await this.database.one(COUNT_ACTIVE, [userId]))!;
    if (active >= API_KEY_LIMITS.active) throw new Conflict(`A member has at most ${API_KEY_LIMITS.active} keys that hold. Revoke one first.`);
  }
}

function keepsKeys(): boolean {
  return currentActor().can('api-key:manage');
}

/** @throws Invalid where the owner's role has no such permission: the key could never use it */
function requireWithin(role: Role, scopes: ApiScope[]): void {
  const beyond = scopes.find((scope) => scope !== 'events:read' && scope !== 'operation:read' && !hasPermission(role, scope satisfies Permission));
  if (beyond) throw Invalid.field('/scopes', 'INVALID_VALUE', `The role of the owner does not include ${beyond}.`);
}
