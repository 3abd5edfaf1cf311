import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.ts';
import { requestContext } from '../context.ts';
import { SocketAdapter } from '../realtime/socket.adapter.ts';
import { nestLogger } from '../telemetry/logger.ts';
import { installMethodCheck } from './method-check.ts';
import { serveOpenApi } from './openapi.ts';
import { sendProblem } from './problem.filter.ts';
import { ProblemError } from './problems.ts';
import { installRequestHooks, openContext } from './request-hooks.ts';

/** Bytes of a JSON body. */
const BODY_LIMIT = 1_048_576;

/** Where every route stands, and the routes that do not. */
export const API_PREFIX: Parameters<NestFastifyApplication['setGlobalPrefix']> = ['api/v1', { exclude: ['health/live', 'health/ready'] }];

/** The whole application on Fastify, as `main` serves it and the tests drive it. Not yet listening. */
export async function createApp(module: DynamicModule, settings: Settings): Promise<NestFastifyApplication> {
  const options = {
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    logger: false,
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => malformed(request, reply, settings),
  };
  const adapter = new FastifyAdapter(options as ConstructorParameters<typeof FastifyAdapter>[0]);
  const fastify: FastifyInstance = adapter.getInstance();
  installRequestHooks(fastify, settings);
  installMethodCheck(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: nestLogger, abortOnError: false });
  app.setGlobalPrefix(...API_PREFIX);
  app.useWebSocketAdapter(new SocketAdapter(app));
  if (settings.corsOrigins.length > 0) {
    app.enableCors({ origin: [...settings.corsOrigins], credentials: false, exposedHeaders: EXPOSED, maxAge: 600 });
  }
  serveOpenApi(app);
  return app;
}

const EXPOSED = ['ETag', 'Location', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Trace-Id'];

/** What the router cannot even read, before any hook has run. */
function malformed(request: FastifyRequest, reply: FastifyReply, settings: Settings): void {
  requestContext.run(openContext(request, reply, settings), () => sendProblem(new ProblemError('MALFORMED_REQUEST', 'The address cannot be read.'), reply));
}
