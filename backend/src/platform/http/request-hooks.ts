import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requestContext, type RequestContext } from '../context.ts';
import { log, requestLog } from '../telemetry/logger.ts';
import { requestDuration } from '../telemetry/metrics.ts';
import { callerOf, type CallerSettings } from './caller.ts';

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
/** A request that takes longer is worth a line of its own. */
const SLOW_MS = 1_000;

declare module 'fastify' {
  interface FastifyRequest {
    kontor: RequestContext;
  }
}

/** Opens the context of every request, answers its trace id and headers that no answer goes without, and logs it. */
export function installRequestHooks(fastify: FastifyInstance, settings: CallerSettings): void {
  fastify.decorateRequest('kontor', null as unknown as RequestContext);
  fastify.addHook('onRequest', (request, reply, done) => {
    request.kontor = openContext(request, reply, settings);
    requestContext.run(request.kontor, done);
  });
  // Reading a body leaves the context of the request; handlers run in it again.
  fastify.addHook('preValidation', (request, _reply, done) => requestContext.run(request.kontor, done));
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    requestDuration.observe({ method, route: routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1_000);
    logRequest(request, reply.statusCode, reply.elapsedTime);
    done();
  });
}

/** The context of a request, whose trace id and headers are on the answer from here on, whatever becomes of it. */
export function openContext(request: FastifyRequest, reply: FastifyReply, settings: CallerSettings): RequestContext {
  const { address, requestId } = callerOf(request.headers, request.socket.remoteAddress ?? '', settings);
  const traceId = traceIdOf(request.headers.traceparent, requestId);
  reply.header('x-trace-id', traceId);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('cache-control', 'no-store');
  reply.header('referrer-policy', 'no-referrer');
  reply.header('cross-origin-resource-policy', 'same-origin');
  if (!request.url.startsWith('/api/docs')) reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  return {
    traceId,
    address,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    isFrontend: requestId !== undefined,
    setHeader: (name, value) => void reply.header(name, value),
  };
}

function traceIdOf(traceparent: string | string[] | undefined, requestId: string | undefined): string {
  const given = typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent)?.[1] : undefined;
  return given ?? requestId ?? randomUUID().replaceAll('-', '');
}

function logRequest(request: FastifyRequest, status: number, ms: number): void {
  const level = status >= 500 || ms > SLOW_MS ? 'warn' : request.url.startsWith('/health/') ? 'debug' : 'info';
  if (!log.isLevelEnabled(level)) return;
  const { traceId, address, actor } = request.kontor;
  requestLog[level](
    {
      traceId,
      method: request.method,
      route: request.routeOptions.url ?? null,
      status,
      ms: Math.round(ms * 10) / 10,
      address,
      ...(actor ? { tenantId: actor.tenantId, userId: actor.userId } : {}),
    },
    'request',
  );
}
