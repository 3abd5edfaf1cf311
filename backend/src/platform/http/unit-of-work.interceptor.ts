import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { checkAccess } from '../access/access.guard.ts';
import { bearerToken } from '../access/bearer.strategy.ts';
import { ACCESS, type Access } from '../access/decorators.ts';
import { Sessions } from '../access/sessions.ts';
import { currentActor, currentContext } from '../context.ts';
import { Database } from '../database/database.ts';
import { databaseError } from '../database/errors.ts';
import { SESSION_DOES_NOT_HOLD } from '../database/scope.ts';
import { Idempotency } from './idempotency.ts';
import { IN_STEPS } from './in-steps.ts';

/**
 * One unit of work a request, completed before the answer leaves; a handler that is `@InSteps` has one a step. A session
 * whose rights changed since it was cached is looked up again, once. What a request with an `Idempotency-Key` did, it does once.
 */
@Injectable()
export class UnitOfWorkInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly reflector: Reflector,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const ambient = currentContext();
    this.idempotency.check(context);
    if (!ambient.actor) return next.handle();
    if (this.reflector.get<boolean | undefined>(IN_STEPS, context.getHandler())) {
      ambient.step = (work) => this.#run(context, work);
      return next.handle();
    }
    return from(this.#run(context, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }

  async #run<T>(context: ExecutionContext, work: () => Promise<T>): Promise<T> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    try {
      return await this.#unit(context, request, work);
    } catch (error) {
      if (databaseError(error)?.code !== SESSION_DOES_NOT_HOLD) throw error;
      await this.#readmit(context, request);
      return this.#unit(context, request, work);
    }
  }

  #unit<T>(context: ExecutionContext, { method }: FastifyRequest, work: () => Promise<T>): Promise<T> {
    const actor = currentActor();
    const scope = { sessionId: actor.sessionId, authVersion: actor.authVersion };
    const reading = method === 'GET' || method === 'HEAD';
    return this.database.run({ scope, actor, reading }, () => this.idempotency.once(context, work));
  }

  /** @throws Unauthenticated where the session has ended, Forbidden where it no longer may. */
  async #readmit(context: ExecutionContext, request: FastifyRequest): Promise<void> {
    const token = bearerToken(request)!;
    this.sessions.forget(token);
    const actor = await this.sessions.authenticate(token);
    checkAccess(actor, this.reflector.get<Access | undefined>(ACCESS, context.getHandler()));
    currentContext().actor = actor;
  }
}
