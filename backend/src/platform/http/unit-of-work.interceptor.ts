import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { checkRights } from '../access/access.guard.ts';
import { bearerToken } from '../access/bearer.strategy.ts';
import { ACCESS, type Access } from '../access/decorators.ts';
import { Sessions } from '../access/sessions.ts';
import { currentActor, currentContext } from '../context.ts';
import { Database } from '../database/database.ts';
import { databaseError } from '../database/errors.ts';
import { SESSION_DOES_NOT_HOLD } from '../database/scope.ts';

/**
 * One unit of work a request, completed before the answer leaves. A session whose rights changed since it was cached is
 * looked up again, once.
 */
@Injectable()
export class UnitOfWorkInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return currentContext().actor ? from(this.#run(context, next)) : next.handle();
  }

  async #run(context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    try {
      return await this.#unit(request, next);
    } catch (error) {
      if (databaseError(error)?.code !== SESSION_DOES_NOT_HOLD) throw error;
      await this.#readmit(context, request);
      return this.#unit(request, next);
    }
  }

  #unit({ method }: FastifyRequest, next: CallHandler): Promise<unknown> {
    const actor = currentActor();
    const scope = { sessionId: actor.sessionId, authVersion: actor.authVersion };
    const reading = method === 'GET' || method === 'HEAD';
    return this.database.run({ scope, actor, reading }, () => lastValueFrom(next.handle(), { defaultValue: undefined }));
  }

  /** @throws Unauthenticated where the session has ended, Forbidden where it no longer may. */
  async #readmit(context: ExecutionContext, request: FastifyRequest): Promise<void> {
    const token = bearerToken(request)!;
    this.sessions.forget(token);
    const actor = await this.sessions.authenticate(token);
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    checkRights(actor, access?.kind === 'member' ? access.permission : undefined);
    currentContext().actor = actor;
  }
}
