import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from './problems.ts';

const JSON_TYPE = 'application/json';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Bytes of a JSON body that is handed on as it came, since its signature is over those. */
    unparsed?: number;
  }
  interface FastifyRequest {
    unparsed?: Buffer;
  }
}

/** Declares a handler whose body is JSON that nothing looks at before it does: it proves who sent it first. */
export function TakesUnparsed({ mostBytes }: { mostBytes: number }): MethodDecorator {
  return applyDecorators(RouteConfig({ unparsed: mostBytes }), ApiBody({ schema: { type: 'object', additionalProperties: {} } }));
}

/** The bytes of a `@TakesUnparsed` handler. */
export const UnparsedBody = createParamDecorator((_: unknown, context: ExecutionContext): Buffer => {
  const { unparsed, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!unparsed) throw new ProblemError('UNSUPPORTED_MEDIA', `Send ${JSON_TYPE}.`);
  const limit = routeOptions.config.unparsed!;
  if (unparsed.length > limit) throw new ProblemError('PAYLOAD_TOO_LARGE', `More than ${limit} bytes.`, { limit });
  return unparsed;
});

/** JSON is parsed as ever, but for handlers that take it as it is. */
export function installUnparsedBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(JSON_TYPE);
  fastify.addContentTypeParser<Buffer>(JSON_TYPE, { parseAs: 'buffer' }, (request, bytes, done) => {
    if (request.routeOptions.config.unparsed === undefined) return parse(request, bytes.toString(), done);
    request.unparsed = bytes;
    done(null, undefined);
  });
}
