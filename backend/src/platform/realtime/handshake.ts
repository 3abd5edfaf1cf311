import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { looksLikeApiKey } from '../access/api-keys.ts';
import { TOKEN_PREFIXES } from '../access/tokens.ts';
import { requireEnrolled } from '../access/access.guard.ts';
import type { Actor } from '../access/actor.ts';
import { Sessions } from '../access/sessions.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { callerOf } from '../http/caller.ts';
import { problemOf } from '../http/problem-of.ts';
import { Forbidden, problemBody, ProblemError } from '../http/problems.ts';
import { addressKey } from '../throttling/address.ts';
import { Gcra } from '../throttling/gcra.ts';
import { reportError } from '../telemetry/report-error.ts';
import { Connection, type RealtimeSocket } from './connection.ts';

/** Decides who may connect, before any room is joined; Nest's guards do not run on connect. */
@Injectable()
export class Handshake {
  readonly #attempts = new Gcra();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly sessions: Sessions,
  ) {}

  /** @throws Error whose `data` is the problem, which socket.io hands to the client's `connect_error`. */
  async admit(socket: RealtimeSocket): Promise<void> {
    const traceId = randomBytes(16).toString('hex');
    try {
      this.#checkRate(socket);
      const { token } = socket.handshake.auth as { token?: unknown };
      const text = typeof token === 'string' ? token : '';
      this.#checkOrigin(socket.handshake.headers.origin, text);
      const actor = await this.#actor(text);
      requireEnrolled(actor);
      if (!actor.isIn('events:read')) throw new Forbidden('The key has no scope events:read.');
      socket.data.connection = new Connection(socket, actor, traceId);
    } catch (error) {
      const known = problemOf(error);
      if (!known) reportError(error, { category: 'realtime', severity: 'error' });
      const problem = problemBody(known ?? new ProblemError('INTERNAL', 'Something went wrong here.'), traceId);
      throw Object.assign(new Error(problem.code), { data: problem });
    }
  }

  #actor(token: string): Promise<Actor> {
    return token.startsWith(TOKEN_PREFIXES.realtime) ? this.sessions.authenticateRealtime(token) : this.sessions.authenticate(token);
  }

  /** Browsers always say where a page is from; programs do not, and hold a key. */
  #checkOrigin(origin: string | undefined, token: string): void {
    if (origin === undefined ? looksLikeApiKey(token) : this.settings.socketOrigins.includes(origin)) return;
    throw new Forbidden('Sessions connect from the origin of the frontend only, API keys also without one.', 'ORIGIN_REJECTED');
  }

  #checkRate({ handshake }: RealtimeSocket): void {
    const { ADDRESS } = this.settings.limits;
    const { retryAfter } = this.#attempts.take(addressKey(callerOf(handshake.headers, handshake.address, this.settings).address), ADDRESS, 60_000 / ADDRESS, Date.now());
    if (retryAfter > 0) {
      throw new ProblemError('RATE_LIMITED', 'Too many connections.', { retryAfter: Math.ceil(retryAfter / 1_000) });
    }
  }
}
