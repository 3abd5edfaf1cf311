import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Permission } from '@kontor/contracts/permissions';
import { bearerToken } from './bearer.strategy.ts';

export const ACCESS = 'kontor:access';

/** Who may call a handler. Every handler says so; a test fails on one that does not, and the guard refuses it. */
export type Access = { kind: 'public'; strategy?: 'local' } | { kind: 'member'; permission?: Permission; whileEnrolling?: true };

/** Open to members with `permission`; without one, to every signed-in member (for what concerns only themselves). */
export function Can(permission?: Permission): MethodDecorator {
  const access: Access = permission ? { kind: 'member', permission } : { kind: 'member' };
  return applyDecorators(SetMetadata(ACCESS, access), ApiBearerAuth());
}

/** Open to every signed-in member, also to one who has yet to set up the second factor that the workspace requires. */
export function CanWhileEnrolling(): MethodDecorator {
  const access: Access = { kind: 'member', whileEnrolling: true };
  return applyDecorators(SetMetadata(ACCESS, access), ApiBearerAuth());
}

/** Open to everyone; with `local`, to whoever proves a password in the body. */
export function Public(strategy?: 'local'): MethodDecorator {
  const access: Access = strategy ? { kind: 'public', strategy } : { kind: 'public' };
  return SetMetadata(ACCESS, access);
}

/** On a public route: the token that the caller sent, unproven; undefined where there is none. */
export const SentToken = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => bearerToken(context.switchToHttp().getRequest()));
