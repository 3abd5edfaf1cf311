import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import type { FastifyRequest } from 'fastify';
import { currentContext } from '../context.ts';
import { Invalid } from '../http/problems.ts';
import { Credentials, type Proven } from './credentials.ts';

/** E-mail and password from the body of the sign-in route. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly credentials: Credentials) {
    super({ usernameField: 'email', passwordField: 'password', session: false, passReqToCallback: true });
  }

  /** passport-local answers a missing field itself; it must be a problem with a pointer like everywhere. */
  override authenticate(request: Parameters<Strategy['authenticate']>[0], options?: object): void {
    const body = ((request as unknown as FastifyRequest).body ?? {}) as Record<string, unknown>;
    const missing = ['email', 'password'].filter((name) => typeof body[name] !== 'string' || body[name] === '');
    if (missing.length === 0) return super.authenticate(request, options);
    this.error(new Invalid(missing.map((name) => ({ pointer: `/${name}`, code: 'REQUIRED', message: 'Must be given.' }))));
  }

  validate(_request: unknown, email: string, password: string): Promise<Proven> {
    return this.credentials.check(email, password, currentContext().address);
  }
}
