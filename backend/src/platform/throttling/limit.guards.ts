import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { InjectThrottlerOptions, InjectThrottlerStorage, ThrottlerGuard, type ThrottlerModuleOptions, type ThrottlerStorage } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.ts';
import { ACCESS, type Access } from '../access/decorators.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { currentContext } from '../context.ts';
import { ProblemError } from '../http/problems.ts';
import { addressKey } from './address.ts';
import { isExpensive } from './expensive.ts';
import { limitHeaders } from './limit-headers.ts';
import { LIMIT_WINDOW, personalKey, type PersonalLimit } from './limit-use.ts';

export type LimitClass = keyof Settings['limits'];

/** Counts a request in a named class, tells the caller how much is left, and refuses what is over. */
@Injectable()
abstract class LimitGuard extends ThrottlerGuard {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
    @Inject(SETTINGS) protected readonly settings: Settings,
  ) {
    super(options, storage, reflector);
  }

  protected async count(context: ExecutionContext, limitClass: LimitClass, key: string): Promise<true> {
    const limit = this.settings.limits[limitClass];
    const counted = await this.storageService.increment(key, LIMIT_WINDOW, limit, LIMIT_WINDOW, limitClass);
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    reply.headers(Object.fromEntries(limitHeaders({ name: limitClass, capacity: limit, window: LIMIT_WINDOW / 1_000, remaining: limit - counted.totalHits, reset: counted.timeToExpire })));
    if (!counted.isBlocked) return true;
    throw new ProblemError('RATE_LIMITED', 'Too many requests. Wait before you try again.', { retryAfter: counted.timeToBlockExpire });
  }
}

/** Before anything is known of the caller: by address. */
@Injectable()
export class AddressLimitGuard extends LimitGuard {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const address = addressKey(currentContext().address);
    await this.count(context, 'ADDRESS', `ADDRESS:${address}`);
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    return access?.kind === 'public' && !isProbe(context) ? this.count(context, 'PUBLIC', `PUBLIC:${address}`) : true;
  }
}

/** Once the member is known: by person. */
@Injectable()
export class ActorLimitGuard extends LimitGuard {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const { actor } = currentContext();
    if (!actor) return true;
    const { method } = context.switchToHttp().getRequest<FastifyRequest>();
    const reading = method === 'GET' || method === 'HEAD';
    await this.#countFor(actor, context, reading ? 'READ' : 'USER_ACTION');
    return isExpensive(this.reflector, context) ? this.#countFor(actor, context, 'EXPENSIVE') : true;
  }

  #countFor(actor: Actor, context: ExecutionContext, limit: PersonalLimit): Promise<true> {
    return this.count(context, limit, personalKey(limit, actor));
  }
}

/** Health is asked by machines on a timer, from one address. */
function isProbe(context: ExecutionContext): boolean {
  return context.switchToHttp().getRequest<FastifyRequest>().url.startsWith('/health/');
}
