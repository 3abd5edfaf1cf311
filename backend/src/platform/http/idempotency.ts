import { createHash } from 'node:crypto';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../clock.ts';
import { currentActor, currentContext } from '../context.ts';
import { sql } from '../database/statement.ts';
import { HOLDS_SECRET } from './holds-secret.ts';
import { IN_STEPS } from './in-steps.ts';
import { Conflict, Invalid, ProblemError } from './problems.ts';

const HEADER = 'idempotency-key';
const FORM = /^[\x20-\x7e]{1,255}$/;
const KEPT_MS = 86_400_000;

const LOCK = sql<{ isFree: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS "isFree"');
const ANSWER = sql<{ isSame: boolean; status: number; answer: string | null }>(`
  SELECT body_hash = $2 AS "isSame", status, answer FROM idempotent_answers WHERE request_hash = $1 AND created_at > $3`);
/** What is there has expired, or the lock would not have been free. */
const KEEP = sql(`
  INSERT INTO idempotent_answers (request_hash, body_hash, status, answer, created_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (tenant_id, request_hash) DO UPDATE
    SET body_hash = excluded.body_hash, status = excluded.status, answer = excluded.answer, created_at = excluded.created_at`);

/**
 * `Idempotency-Key` on POST and PATCH: what such a request answered well is kept in the transaction of what it did, and
 * answered again for a day. Location and ETag follow from the representation again.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly reflector: Reflector,
    private readonly clock: Clock,
  ) {}

  /** @throws Invalid where the handler does not take the key, or it is none */
  check(context: ExecutionContext): void {
    const key = keyOf(context);
    if (key === undefined) return;
    const isRefused = !currentContext().actor || [HOLDS_SECRET, IN_STEPS].some((mark) => this.reflector.get<boolean | undefined>(mark, context.getHandler()));
    if (isRefused) throw Invalid.field('Idempotency-Key', 'UNKNOWN_FIELD', 'Is not taken here: nothing of secrets, files and what is open to all is kept.');
    if (!FORM.test(key)) throw Invalid.field('Idempotency-Key', 'INVALID_FORMAT', 'Must be 1 to 255 printable ASCII characters.');
  }

  /**
   * `work` in the present unit, or what it answered before. The lock is the first statement, so that the answer is looked for
   * after whoever had it has committed.
   * @throws ProblemError IDEMPOTENCY_IN_PROGRESS, IDEMPOTENCY_KEY_REUSED
   */
  async once<T>(context: ExecutionContext, work: () => Promise<T>): Promise<T> {
    const key = keyOf(context);
    if (key === undefined) return work();
    const unit = currentContext().unit!;
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const [ours, body] = [requestHash(request, key), sha256(JSON.stringify(request.body ?? null))];
    const now = this.clock.now();
    const [[lock], [known]] = await Promise.all([
      unit.query(LOCK, [ours.readBigInt64BE().toString()]),
      unit.query(ANSWER, [ours, body, new Date(now.getTime() - KEPT_MS).toISOString()]),
    ]);
    if (!lock!.isFree) throw new Conflict('The same request is being worked on.', 'IDEMPOTENCY_IN_PROGRESS', { retryAfter: 1 });
    if (known) return replayed<T>(known, reply);
    let answer: T | undefined;
    unit.beforeCommit((send) => [send(KEEP, [ours, body, reply.statusCode, JSON.stringify(answer) ?? null, now.toISOString()])]);
    return (answer = await work());
  }
}

function replayed<T>({ isSame, status, answer }: { isSame: boolean; status: number; answer: string | null }, reply: FastifyReply): T {
  if (!isSame) throw new ProblemError('IDEMPOTENCY_KEY_REUSED', 'The Idempotency-Key was used with another body.');
  reply.code(status).header('idempotency-replayed', 'true');
  return (answer === null ? undefined : JSON.parse(answer)) as T;
}

/** Of who asks (a person, or one key), how, for what, under which key. */
function requestHash({ method, url }: FastifyRequest, key: string): Buffer {
  const { tenantId, userId, sessionId, scopes } = currentActor();
  return sha256(JSON.stringify([tenantId, scopes ? sessionId : userId, method, url, key]));
}

function keyOf(context: ExecutionContext): string | undefined {
  const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return method === 'POST' || method === 'PATCH' ? (headers[HEADER] as string | undefined) : undefined;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
