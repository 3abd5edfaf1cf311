import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { REALTIME_PATH } from '@kontor/contracts/realtime';
import type { Settings } from '../config/settings.ts';
import { SocketAdapter } from '../realtime/socket.adapter.ts';
import { nestLogger } from '../telemetry/logger.ts';
import { installFileBodies } from './file-body.ts';
import { installFormBodies } from './form-body.ts';
import { installMethodCheck } from './method-check.ts';
import { serveOpenApi } from './openapi.ts';
import { sendProblem } from './problem.filter.ts';
import { NotFound } from './problems.ts';
import { installRequestHooks } from './request-hooks.ts';
import { installBodyTimeout } from './slow-bodies.ts';
import { installUnparsedBodies } from './unparsed-body.ts';
import { refuseAddress, refuseConnection } from './unreadable.ts';

/** Bytes of a JSON body. */
const BODY_LIMIT = 1_048_576;
/** Milliseconds in which the headers of a request have to be there. */
const HEADERS_TIMEOUT = 30_000;

/** Where every route stands, and the routes that do not. */
export const API_PREFIX: Parameters<NestFastifyApplication['setGlobalPrefix']> = ['api/v1', { exclude: ['health/live', 'health/ready'] }];

/** The whole application on Fastify, as `main` serves it and the tests drive it. Not yet listening. */
export async function createApp(module: DynamicModule, settings: Settings): Promise<NestFastifyApplication> {
  const options = {
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200 },
    // A form brings several files, one after the other.
    requestTimeout: Math.max(HEADERS_TIMEOUT, settings.files.uploadTimeout * 2),
    forceCloseConnections: 'idle',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    logger: false,
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => refuseAddress(request, reply, settings),
    clientErrorHandler: refuseConnection,
    // Any other upgrade is answered as the plain request it also is.
    http: { headersTimeout: HEADERS_TIMEOUT, shouldUpgradeCallback: ({ url }: { url?: string }) => settings.roles.has('realtime') && url?.startsWith(`${REALTIME_PATH}/`) === true },
  };
  const adapter = new FastifyAdapter(options as ConstructorParameters<typeof FastifyAdapter>[0]);
  const fastify: FastifyInstance = adapter.getInstance();
  // JSON is the one type of a body; Nest's parser for forms is not added.
  fastify.removeContentTypeParser('text/plain');
  installRequestHooks(fastify, settings);
  if (!settings.roles.has('api')) leaveRestToOthers(fastify);
  installMethodCheck(fastify);
  installBodyTimeout(fastify);
  installUnparsedBodies(fastify);
  installFileBodies(fastify);
  await installFormBodies(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: nestLogger, abortOnError: false, bodyParser: false });
  app.setGlobalPrefix(...API_PREFIX);
  app.useWebSocketAdapter(new SocketAdapter(app));
  if (settings.corsOrigins.length > 0) {
    app.enableCors({ origin: [...settings.corsOrigins], credentials: false, methods: METHODS, exposedHeaders: EXPOSED, maxAge: 600 });
  }
  serveOpenApi(app);
  return app;
}

/** A process without the role `api` answers what is outside of REST only, such as its health. */
function leaveRestToOthers(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith('/api/')) return done();
    sendProblem(new NotFound(), reply);
  });
}

const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'];
const EXPOSED = ['ETag', 'Location', 'Idempotency-Replayed', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Trace-Id'];
