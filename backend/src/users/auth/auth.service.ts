import { Inject, Injectable } from '@nestjs/common';
import { isLoaded, PERMISSIONS } from '@kontor/contracts/permissions';
import { Credentials, type Proven } from '../../platform/access/credentials.ts';
import { hashPassword } from '../../platform/access/passwords.ts';
import { SecurityDecisions } from '../../platform/access/security-decisions.ts';
import { Sessions } from '../../platform/access/sessions.ts';
import { SignInFailed } from '../../platform/access/sign-in-failed.ts';
import { hashToken, issueToken, isToken } from '../../platform/access/tokens.ts';
import { Clock } from '../../platform/clock.ts';
import { SETTINGS, type Settings } from '../../platform/config/settings.ts';
import { currentActor, currentContext } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Conflict, Forbidden, Invalid, NotFound, Unauthenticated } from '../../platform/http/problems.ts';
import { DROP_RESETS } from '../password-reset/password-reset.queries.ts';
import { CHALLENGE, CLOSE_CHALLENGE, CLOSE_CHALLENGES, DROP_EXPIRED_CHALLENGES, OPEN_CHALLENGE } from '../second-factor/second-factor.queries.ts';
import { SecondFactorCheck } from '../second-factor/second-factor-check.ts';
import type { ChallengeBody, OwnSessionBody, SessionBody, SignedInBody, TenantBody } from '../users.shapes.ts';
import {
  AVAILABILITY,
  HOLD_PASSWORD,
  LAST_TENANT,
  OPEN_SESSION,
  OWN_SESSIONS,
  REVOKE_ALL_SESSIONS,
  REVOKE_SESSION,
  SET_PASSWORD,
  USER,
  WORKSPACES,
  type WorkspaceRow,
} from './auth.queries.ts';

/** A session ends for good after 30 days, or 7 days unused. */
const SESSION_MS = 30 * 86_400_000;

/** Time for the second step of a sign-in. */
const CHALLENGE_MS = 5 * 60_000;

/** Signing in and out, and what a person does with their own sessions and password. */
@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly credentials: Credentials,
    private readonly secondFactor: SecondFactorCheck,
    private readonly decisions: SecurityDecisions,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Opens a session for a proven person, in `tenantId` or the workspace used last; where the person has a second factor, asks for it first.
   * @throws Unauthenticated where the password was changed since it was proven
   */
  signIn({ userId, passwordHash }: Proven, tenantId?: string): Promise<SignedInBody | ChallengeBody> {
    return this.database.run({ scope: { tenantId: null, userId } }, async () => {
      const unchanged = await this.database.one(HOLD_PASSWORD, [userId, passwordHash]);
      if (!unchanged) throw new Unauthenticated('The password was changed at this very moment. Sign in with the new one.');
      return (await this.secondFactor.isOn(userId)) ? this.#challenge(userId, tenantId) : this.#open('password', userId, tenantId);
    });
  }

  /** The second step of signing in. A challenge is used up by the code that answers it. @throws Unauthenticated, Conflict GONE */
  async answerChallenge(challenge: string, code: string): Promise<SignedInBody> {
    const hash = hashToken(challenge);
    const [asked] = isToken('challenge', challenge) ? await this.database.gate(CHALLENGE, [hash]) : [];
    if (!asked) throw new Conflict('This sign-in took too long, or was finished. Begin again.', 'GONE');
    const { user_id: userId, workspace_id: workspaceId } = asked;
    return this.database.run({ scope: { tenantId: null, userId } }, async () => {
      const isRight = await this.secondFactor.use(userId, code, currentContext().address);
      if (!isRight) throw new SignInFailed('The code is wrong, or was used.', 'second_factor', { subjectId: userId });
      const closed = await this.database.one(CLOSE_CHALLENGE, [hash]);
      if (!closed) throw new Conflict('This sign-in was finished. Begin again.', 'GONE');
      return this.#open('second_factor', userId, workspaceId ?? undefined);
    });
  }

  async signOut(): Promise<void> {
    await this.#end('signed_out', currentActor().sessionId);
  }

  /** The old session ends, so that a page of the old workspace cannot go on in silence. */
  async switch(tenantId: string): Promise<SignedInBody> {
    const { userId, sessionId } = currentActor();
    const opened = await this.#open('switch', userId, tenantId);
    await this.#end('signed_out', sessionId);
    return opened;
  }

  async changePassword(currentPassword: string, newPassword: string): Promise<SignedInBody> {
    const { userId, tenantId } = currentActor();
    // Before the first query, so that no connection waits for the hashing.
    const proven = await this.credentials.confirm(userId, currentPassword, currentContext().address);
    if (!proven) throw Invalid.field('/currentPassword', 'INVALID_VALUE', 'Is not your present password.');
    const hash = await hashPassword(newPassword);
    await this.database.query(SET_PASSWORD, [userId, hash]);
    await this.database.query(REVOKE_ALL_SESSIONS, [userId]);
    await this.database.query(CLOSE_CHALLENGES, [userId]);
    await this.database.query(DROP_RESETS, [userId]);
    this.database.afterCommit(() => this.sessions.end(userId));
    this.decisions.tell({ action: 'password_changed', subjectId: userId, everywhere: true });
    return this.#open('new_password', userId, tenantId);
  }

  async session(): Promise<SessionBody> {
    const actor = currentActor();
    const { sessionId, userId, tenantId, role, visibility, teamIds, mustEnrol, expiresAt } = actor;
    const [[user], workspaces, [member]] = await Promise.all([
      this.database.query(USER, [userId]),
      this.database.query(WORKSPACES, [userId]),
      this.database.query(AVAILABILITY, [userId]),
    ]);
    // A key belongs to one workspace and tells of no other.
    const told = actor.scopes ? workspaces.filter(({ tenant_id }) => tenant_id === tenantId) : workspaces;
    return {
      id: sessionId,
      user: user!,
      tenant: tenantOf(workspaces.find((workspace) => workspace.tenant_id === tenantId)!),
      role,
      ticketVisibility: visibility,
      teamIds: [...teamIds],
      permissions: PERMISSIONS.filter((permission) => actor.can(permission) && isLoaded(permission, this.settings.modules)),
      ...member!,
      mustEnrol,
      memberships: told.map(membershipOf),
      expiresAt,
    };
  }

  async ownSessions(): Promise<{ items: OwnSessionBody[]; nextCursor: null }> {
    const { userId, sessionId } = currentActor();
    const [sessions, workspaces] = await Promise.all([
      this.database.query(OWN_SESSIONS, [userId]),
      this.database.query(WORKSPACES, [userId]),
    ]);
    const names = new Map(workspaces.map(({ tenant_id, name }) => [tenant_id, name]));
    const items = sessions
      .filter(({ tenantId }) => names.has(tenantId))
      .map(({ tenantId, ...session }) => ({
        ...session,
        current: session.id === sessionId,
        tenant: { id: tenantId, name: names.get(tenantId)! },
      }));
    return { items, nextCursor: null };
  }

  /** @throws NotFound for a session that is not one's own. */
  async revoke(sessionId: string): Promise<void> {
    await this.#end('session_revoked', sessionId);
  }

  /** The address of whose session the token is; undefined for a visitor. */
  async signedInAs(token: string | undefined): Promise<string | undefined> {
    const actor = token === undefined ? undefined : await this.sessions.authenticate(token).catch(() => undefined);
    if (!actor) return undefined;
    const { sessionId, authVersion, userId } = actor;
    const [user] = await this.database.run({ scope: { sessionId, authVersion }, reading: true }, () => this.database.query(USER, [userId]));
    return user?.email ?? undefined;
  }

  async #challenge(userId: string, tenantId: string | undefined): Promise<ChallengeBody> {
    const { token, hash } = issueToken('challenge');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + CHALLENGE_MS).toISOString();
    await this.database.query(DROP_EXPIRED_CHALLENGES, [userId, now.toISOString()]);
    await this.database.query(OPEN_CHALLENGE, [hash, userId, tenantId ?? null, expiresAt]);
    return { challenge: token, expiresAt };
  }

  async #end(action: 'signed_out' | 'session_revoked', sessionId: string): Promise<void> {
    const { userId } = currentActor();
    const revoked = await this.database.one(REVOKE_SESSION, [sessionId, userId]);
    if (!revoked) throw new NotFound();
    this.decisions.tell({ action, subjectId: sessionId });
    this.database.afterCommit(() => this.sessions.end(userId));
  }

  async #open(by: 'password' | 'second_factor' | 'switch' | 'new_password', userId: string, tenantId?: string): Promise<SignedInBody> {
    const [[user], workspaces, [last]] = await Promise.all([
      this.database.query(USER, [userId]),
      this.database.query(WORKSPACES, [userId]),
      this.database.query(LAST_TENANT, [userId]),
    ]);
    const chosen = choose(workspaces, tenantId, last?.tenant_id);
    const { token, hash } = issueToken('session');
    const { address, userAgent } = currentContext();
    const expiresAt = new Date(this.clock.now().getTime() + SESSION_MS).toISOString();
    await this.database.query(OPEN_SESSION, [hash, chosen.tenant_id, userId, address, userAgent, expiresAt]);
    this.decisions.tell({ action: 'signed_in', userId, tenantId: chosen.tenant_id, subjectId: userId, details: { by } });
    return { token, expiresAt, user: user!, tenant: tenantOf(chosen), memberships: workspaces.map(membershipOf) };
  }
}

/** @throws Invalid for a workspace that is not one's own, Forbidden where there is none. */
function choose(workspaces: WorkspaceRow[], wanted: string | undefined, last: string | undefined): WorkspaceRow {
  if (wanted !== undefined) {
    const found = workspaces.find(({ tenant_id }) => tenant_id === wanted);
    if (!found) throw Invalid.field('/tenantId', 'NOT_FOUND', 'Is not a workspace of yours.');
    return found;
  }
  const chosen = workspaces.find(({ tenant_id }) => tenant_id === last) ?? workspaces[0];
  if (!chosen) throw new Forbidden('You are not a member of any workspace.');
  return chosen;
}

function tenantOf({ tenant_id, name, slug, time_zone, locale }: WorkspaceRow): TenantBody {
  return { id: tenant_id, name, slug, timeZone: time_zone, locale };
}

function membershipOf({ tenant_id, name, slug, role }: WorkspaceRow) {
  return { tenant: { id: tenant_id, name, slug }, role };
}
