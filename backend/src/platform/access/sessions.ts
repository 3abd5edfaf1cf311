import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { Role, Visibility } from '@kontor/contracts/permissions';
import { Database } from '../database/database.ts';
import { sql, type Statement } from '../database/statement.ts';
import { Unauthenticated } from '../http/problems.ts';
import { Actor } from './actor.ts';
import { isApiKey, looksLikeApiKey } from './api-keys.ts';
import { hashToken, isToken } from './tokens.ts';

interface SessionRow {
  session_id: string;
  user_id: string;
  tenant_id: string;
  role: Role;
  ticket_visibility: Visibility;
  team_ids: string[];
  must_enrol: boolean;
  auth_version: number;
  expires_at: string | null;
  state: 'valid' | 'revoked' | 'expired';
  /** Of a key only. */
  scopes?: string[];
}

const BY_TOKEN = sql<SessionRow>('SELECT * FROM gate.session($1)');
const BY_API_KEY = sql<SessionRow>('SELECT * FROM gate.api_key($1)');
const BY_REALTIME_TOKEN = sql<SessionRow>('SELECT * FROM gate.redeem_realtime_token($1)');
const STANDING = sql<{ session_id: string }>('SELECT session_id FROM gate.standing($1, $2)');

/** A cached session is proven again by every transaction (gate.enter), so the cache only saves the look-up. */
const CACHE_MS = 10_000;
const CACHE_SIZE = 10_000;

/** Tells who a session token or an API key speaks for. The one place that HTTP and sockets ask. */
@Injectable()
export class Sessions {
  readonly #cache = new Map<string, { actor: Promise<Actor>; until: number }>();
  readonly #ended = new Subject<{ userId: string; tenantId?: string }>();
  /** Members whose sessions were ended or got other rights, in this process. */
  readonly ended = this.#ended.asObservable();

  constructor(private readonly database: Database) {}

  /** @throws Unauthenticated */
  authenticate(token: string | undefined): Promise<Actor> {
    const known = token === undefined ? undefined : this.#cache.get(token);
    if (known && known.until > Date.now()) return known.actor;
    if (token !== undefined && isApiKey(token)) return this.#remember(token, BY_API_KEY);
    if (isToken('session', token)) return this.#remember(token, BY_TOKEN);
    const isBroken = token !== undefined && looksLikeApiKey(token);
    return Promise.reject(new Unauthenticated(isBroken ? 'The key is not whole: its checksum does not match.' : 'Send a session token or an API key as a bearer token.'));
  }

  #remember(token: string, statement: Statement<SessionRow>): Promise<Actor> {
    const actor = this.#load(statement, token);
    if (this.#cache.size >= CACHE_SIZE) this.#cache.clear();
    this.#cache.set(token, { actor, until: Date.now() + CACHE_MS });
    actor.catch(() => this.#cache.delete(token));
    return actor;
  }

  /** Redeems a single-use token of the browser. @throws Unauthenticated */
  authenticateRealtime(token: string): Promise<Actor> {
    if (!isToken('realtime', token)) return Promise.reject(new Unauthenticated('Send a realtime token.'));
    return this.#load(BY_REALTIME_TOKEN, token);
  }

  /** Forgets a cached session: its rights have changed. */
  forget(token: string): void {
    this.#cache.delete(token);
  }

  /** Called after the commit that ended sessions of a person (in one tenant, or everywhere) or changed their rights. */
  end(userId: string, tenantId?: string): void {
    for (const [token, { actor }] of this.#cache) {
      void actor.then(
        (known) => known.userId === userId && (!tenantId || known.tenantId === tenantId) && this.#cache.delete(token),
        () => undefined,
      );
    }
    this.#ended.next(tenantId ? { userId, tenantId } : { userId });
  }

  /** The ids among `actors` whose sessions still stand with the rights they had, in one query. */
  async standing(actors: readonly Actor[]): Promise<Set<string>> {
    const rows = await this.database.gate(STANDING, [
      actors.map(({ sessionId }) => sessionId),
      actors.map(({ authVersion }) => authVersion),
    ]);
    return new Set(rows.map((row) => row.session_id));
  }

  async #load(statement: Statement<SessionRow>, token: string): Promise<Actor> {
    const [row] = await this.database.gate(statement, [hashToken(token)]);
    if (!row) throw new Unauthenticated('The token is not known.');
    const what = row.scopes ? 'key' : 'session';
    if (row.state === 'revoked') throw new Unauthenticated(`The ${what} was ended.`, 'SESSION_REVOKED');
    if (row.state === 'expired') throw new Unauthenticated(`The ${what} has expired.`, 'SESSION_EXPIRED');
    return new Actor(
      row.session_id,
      row.user_id,
      row.tenant_id,
      row.role,
      row.ticket_visibility,
      row.team_ids,
      row.auth_version,
      row.expires_at,
      row.must_enrol,
      row.scopes && new Set(row.scopes),
    );
  }
}
