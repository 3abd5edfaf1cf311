import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { checkRights } from '../access/access.guard.ts';
import { bearerToken } from '../access/bearer.strategy.ts';
import { ACCESS, type Access } from '../access/decorators.ts';
import { Sessions } from '../access/sessions.ts';
import { currentContext } from '../context.ts';
import { Database } from '../database/database.ts';
import { causeOf, databaseError, isLostRace } from '../database/errors.ts';
import { SESSION_DOES_NOT_HOLD } from '../database/scope.ts';

const LOST_RACES = 3;

/**
 * One unit of work a request: begun by the first question, completed before the answer leaves. A lost race is run again
 * up to three times; a session whose rights changed meanwhile is looked up again, once.
 */
@Injectable()
export class UnitOfWorkInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http' || !currentContext().actor) return next.handle();
    return from(this.#run(context, next));
  }

  async #run(context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    let lostRaces = 0;
    let isFresh = false;
    for (;;) {
      try {
        return await this.#attempt(request, next);
      } catch (error) {
        if (isLostRace(error) && lostRaces++ < LOST_RACES) continue;
        if (databaseError(error)?.code !== SESSION_DOES_NOT_HOLD || isFresh) throw error;
        isFresh = true;
        await this.#readmit(context, request);
      }
    }
  }

  async #attempt({ method }: FastifyRequest, next: CallHandler): Promise<unknown> {
    const ambient = currentContext();
    const { sessionId, authVersion } = ambient.actor!;
    const unit = this.database.unit({ sessionId, authVersion }, method === 'GET' || method === 'HEAD');
    ambient.unit = unit;
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await unit.complete();
      return answer;
    } catch (error) {
      await unit.abandon();
      throw causeOf(error, unit.failure);
    }
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
