import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { checkBounds } from './bounded-input.ts';
import { Invalid } from './problems.ts';

/** Bounds what comes in, and refuses what a handler does not declare at all — a query, a body — like any other undeclared field. */
@Injectable()
export class StrictInputGuard implements CanActivate {
  readonly #declared = new WeakMap<object, Set<number>>();

  canActivate(context: ExecutionContext): boolean {
    const { query, body } = context.switchToHttp().getRequest<FastifyRequest>();
    checkBounds(query, '?');
    checkBounds(body, '/');
    const declared = this.#declaredBy(context);
    if (!declared.has(RouteParamtypes.QUERY)) refuseKeys(query, '?');
    if (!declared.has(RouteParamtypes.BODY)) refuseKeys(body, '/');
    return true;
  }

  #declaredBy(context: ExecutionContext): Set<number> {
    const handler = context.getHandler();
    const known = this.#declared.get(handler);
    if (known) return known;
    const metadata = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) ?? {}) as object;
    const declared = new Set(Object.keys(metadata).map((key) => Number(key.split(':')[0])));
    this.#declared.set(handler, declared);
    return declared;
  }
}

function refuseKeys(given: unknown, prefix: string): void {
  if (typeof given !== 'object' || given === null) return;
  const keys = Object.keys(given);
  if (keys.length === 0) return;
  throw new Invalid(keys.map((key) => ({ pointer: `${prefix}${key}`, code: 'UNKNOWN_FIELD', message: 'Is not a field here.' })));
}
