import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { ProblemError } from './problems.ts';

const BYTES = 'application/octet-stream';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The media type of a body that the handler reads itself, piece by piece. */
    streamed?: string;
  }
}

/** The bytes of a file as they come in. */
export interface FileBody {
  stream: Readable;
  /** As the sender says; undefined where it does not. */
  length: number | undefined;
}

/** Declares a handler whose body is one file, as it is. */
export function TakesFile(): MethodDecorator {
  return applyDecorators(RouteConfig({ streamed: BYTES }), ApiConsumes(BYTES), ApiBody({ schema: { type: 'string', format: 'binary' } }));
}

/** The file of a `@TakesFile` handler. */
export const File = createParamDecorator((_: unknown, context: ExecutionContext): FileBody => {
  const { raw, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  if (headers['content-type'] !== BYTES) throw unsupported(BYTES);
  return { stream: raw, length: headers['content-length'] === undefined ? undefined : Number(headers['content-length']) };
});

/** Bytes are left for the handler to read, on routes that say so and on no other. */
export function installFileBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(BYTES, (request, _payload, done) => done(refusal(request, BYTES)));
}

/** Why a route does not take a streamed body of that type; null where it does. */
export function refusal(request: FastifyRequest, type: string): Error | null {
  return request.routeOptions.config.streamed === type ? null : unsupported('application/json');
}

function unsupported(instead: string): ProblemError {
  return new ProblemError('UNSUPPORTED_MEDIA', `Send ${instead}.`);
}
