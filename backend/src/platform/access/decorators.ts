import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Permission } from '@kontor/contracts/permissions';
import type { ApiScope } from '@kontor/contracts/scopes';
import { bearerToken } from './bearer.strategy.ts';

export const ACCESS = 'kontor:access';

/** Who may call a handler. Every handler says so; a test fails on one that does not, and the guard refuses it. */
export type Access =
  | { kind: 'public'; strategy?: 'local' }
  /** `keys`: what an API key needs where there is no permission. Without it what concerns only the person is closed to keys. */
  | { kind: 'member'; permission?: Permission; whileEnrolling?: true; keys?: ApiScope | 'any' };

/** Open to members with `permission`; without one, to every signed-in member (for what concerns only themselves). */
export function Can(permission?: Permission): MethodDecorator {
  const access: Access = permission ? { kind: 'member', permission } : { kind: 'member' };
  return applyDecorators(SetMetadata(ACCESS, access), ApiBearerAuth());
}

/** Open to every signed-in member, and to API keys with `scope`: what belongs to the member, but not to the member alone. */
export function CanWithScope(scope: ApiScope): MethodDecorator {
  return applyDecorators(SetMetadata(ACCESS, { kind: 'member', keys: scope } satisfies Access), ApiBearerAuth());
}

/** Open to every signed-in member, also to one who has yet to set up the second factor that the workspace requires. */
export function CanWhileEnrolling({ keys }: { keys?: 'any' } = {}): MethodDecorator {
  const access: Access = { kind: 'member', whileEnrolling: true, ...(keys ? { keys } : {}) };
  return applyDecorators(SetMetadata(ACCESS, access), ApiBearerAuth());
}

/** Open to everyone; with `local`, to whoever proves a password in the body. */
export function Public(strategy?: 'local'): MethodDecorator {
  const access: Access = strategy ? { kind: 'public', strategy } : { kind: 'public' };
  return SetMetadata(ACCESS, access);
}

/** On a public route: the token that the caller sent, unproven; undefined where there is none. */
export const SentToken = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => bearerToken(context.switchToHttp().getRequest()));
