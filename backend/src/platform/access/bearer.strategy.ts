import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { Sessions } from './sessions.ts';

/** `Authorization: Bearer <session token>`, and nowhere else: not in a cookie, a query or a body. */
class BearerHeader extends Strategy {
  override name = 'bearer';

  constructor(private readonly verify: (token: string | undefined, done: (error: unknown, actor?: unknown) => void) => void) {
    super();
  }

  override authenticate(request: unknown): void {
    const token = bearerToken(request as FastifyRequest);
    this.verify(token, (error, actor) => (error ? this.error(error) : this.success(actor as Express.User)));
  }
}

@Injectable()
export class BearerStrategy extends PassportStrategy(BearerHeader, 'bearer') {
  constructor(private readonly sessions: Sessions) {
    super();
  }

  validate(token: string | undefined): Promise<Actor> {
    return this.sessions.authenticate(token);
  }

  /**
   * One attempt of this strategy, as passport makes it. Its middleware, which is made for a chain of strategies and made
   * anew for every request, cost a tenth of a list's CPU time.
   * @throws Unauthenticated
   */
  admit(request: FastifyRequest): Promise<Actor> {
    return new Promise((success, error) => {
      (Object.assign(Object.create(this) as object, { success, error }) as this).authenticate(request);
    });
  }
}

export function bearerToken(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}
