import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { TENANT_HEADER } from '@kontor/contracts/forwarding';
import type { FastifyRequest } from 'fastify';
import { currentContext } from '../context.ts';
import { Forbidden, Invalid } from '../http/problems.ts';
import { BearerStrategy } from './bearer.strategy.ts';
import { ACCESS, type Access } from './decorators.ts';
import type { Actor } from './actor.ts';

/** Where a token does not belong: addresses and bodies end up in logs. */
const TOKEN_KEYS = ['access_token', 'api_key', 'apikey', 'authorization'];

/** The one guard. A handler that declares no access is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #local = new (AuthGuard('local'))();

  constructor(
    private readonly reflector: Reflector,
    private readonly bearer: BearerStrategy,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Sockets are admitted by their handshake; a message handler of Nest's would have no guard of its own.
    if (context.getType() !== 'http') throw new Forbidden('Only HTTP comes in by a handler.');
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) throw new Forbidden('This address is closed.');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    refuseStrayTokens(request);
    if (access.kind === 'public') return access.strategy ? Boolean(await this.#local.canActivate(context)) : true;
    const actor = await this.bearer.admit(request);
    // Known from here on, also where the member may not.
    currentContext().actor = actor;
    checkAccess(actor, access);
    checkTenant(actor, request.headers[TENANT_HEADER]);
    return true;
  }
}

/** @throws Forbidden */
export function checkAccess(actor: Actor, access: Access | undefined): void {
  if (access?.kind !== 'member') return;
  if (!access.whileEnrolling) requireEnrolled(actor);
  if (access.permission) return actor.require([access.permission]);
  if (!actor.scopes || access.keys === 'any') return;
  if (!access.keys) throw new Forbidden('This is a person’s own: an API key does not reach it.');
  if (!actor.isIn(access.keys)) throw new Forbidden(`The key has no scope ${access.keys}.`);
}

/** @throws Forbidden SECOND_FACTOR_REQUIRED */
export function requireEnrolled({ mustEnrol }: Actor): void {
  if (mustEnrol) throw new Forbidden('The workspace requires a second factor. Set yours up first.', 'SECOND_FACTOR_REQUIRED');
}

/** A page rendered for one tenant changes nothing in another. */
function checkTenant(actor: Actor, renderedFor: string | string[] | undefined): void {
  if (renderedFor === undefined || renderedFor === actor.tenantId) return;
  throw new Forbidden('The page was made for another workspace than the one you are in now.', 'WRONG_TENANT');
}

function refuseStrayTokens({ query }: FastifyRequest): void {
  const stray = TOKEN_KEYS.find((key) => key in (query as object));
  if (stray) throw Invalid.field(`?${stray}`, 'UNKNOWN_FIELD', 'A token goes into the Authorization header only.');
}
