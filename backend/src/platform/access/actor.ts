import type { Permission, Role, Visibility } from '@kontor/contracts/permissions';
import { hasPermission } from '@kontor/contracts/permissions';
import type { ApiScope } from '@kontor/contracts/scopes';
import { Forbidden } from '../http/problems.ts';

/** Who asks: a member of one tenant, by one session or one API key. */
export class Actor {
  constructor(
    readonly sessionId: string,
    readonly userId: string,
    readonly tenantId: string,
    readonly role: Role,
    readonly visibility: Visibility,
    readonly teamIds: readonly string[],
    /** Raised when the rights behind the session change; a cached actor with an older one no longer stands. */
    readonly authVersion: number,
    /** UTC, ISO 8601; null where a key has no end. */
    readonly expiresAt: string | null,
    /** True where the workspace requires a second factor that the person has not set up: nothing else is open until then. */
    readonly mustEnrol: boolean,
    /** What an API key is narrowed to; undefined where a person is signed in. */
    readonly scopes?: ReadonlySet<string>,
  ) {}

  /** @throws Forbidden where the role lacks one of them */
  require(permissions: readonly Permission[]): void {
    const missing = permissions.find((permission) => !this.can(permission));
    if (missing) throw new Forbidden(`Your role${this.scopes ? ' or the scopes of the key do' : ' does'} not include ${missing}.`);
  }

  can(permission: Permission): boolean {
    return hasPermission(this.role, permission) && this.isIn(permission as ApiScope);
  }

  /** True for whoever is signed in, and for a key that has the scope. */
  isIn(scope: ApiScope): boolean {
    return this.scopes?.has(scope) ?? true;
  }

  /** Whether the events of what `permission` reads are open: to a key by its one scope for that, in the role of its owner. @throws Forbidden */
  requireEventsOf(permission: Permission): void {
    if (!this.scopes) return this.require([permission]);
    if (!this.isIn('events:read')) throw new Forbidden('The key has no scope events:read.');
    if (!hasPermission(this.role, permission)) throw new Forbidden(`The role of the key's owner does not include ${permission}.`);
  }
}
