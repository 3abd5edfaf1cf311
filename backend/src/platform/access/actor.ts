import type { Permission, Role, Visibility } from '@kontor/contracts/permissions';
import { hasPermission } from '@kontor/contracts/permissions';
import { Forbidden } from '../http/problems.ts';

/** Who asks: a member of one tenant, by one session. */
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
    /** UTC, ISO 8601. */
    readonly expiresAt: string,
    /** True where the workspace requires a second factor that the person has not set up: nothing else is open until then. */
    readonly mustEnrol: boolean,
  ) {}

  /** @throws Forbidden where the role lacks one of them */
  require(permissions: readonly Permission[]): void {
    const missing = permissions.find((permission) => !this.can(permission));
    if (missing) throw new Forbidden(`Your role does not include ${missing}.`);
  }

  can(permission: Permission): boolean {
    return hasPermission(this.role, permission);
  }
}
