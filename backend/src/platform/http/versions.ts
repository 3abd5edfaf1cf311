import { createParamDecorator, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { LOCATED } from './located.ts';
import { Invalid, ProblemError } from './problems.ts';

/** The version that the caller has seen, from `If-Match`; undefined where none was sent or `*`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header.trim() === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw Invalid.field('If-Match', 'INVALID_FORMAT', 'Must be an ETag as it was answered, in quotes.');
  return Number(version);
});

/** @throws ProblemError VERSION_MISMATCH with the present representation where the caller has seen another version. */
export async function checkVersion(seen: number | undefined, present: number, current: () => Promise<unknown>): Promise<void> {
  if (seen === undefined || seen === present) return;
  throw new ProblemError('VERSION_MISMATCH', 'It was changed since you read it.', { current: await current() });
}

/**
 * Headers that follow from the representation: its `version` as ETag (a GET that has seen it is 304), and where a new
 * resource is.
 */
@Injectable()
export class RepresentationInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map((body: unknown) => this.#described(context, body)));
  }

  #described(context: ExecutionContext, body: unknown): unknown {
    const { id, version } = (body ?? {}) as { id?: unknown; version?: unknown };
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const collection = this.reflector.get<string | undefined>(LOCATED, context.getHandler());
    if (collection) reply.header('location', `/api/v1/${collection}/${String(id)}`);
    if (typeof version !== 'number') return body;
    reply.header('etag', `"${version}"`);
    if (request.method !== 'GET' || !hasSeen(request.headers['if-none-match'], version)) return body;
    reply.code(304);
    return undefined;
  }
}

/** Compared weakly, as RFC 9110 has it for If-None-Match. */
function hasSeen(header: string | undefined, version: number): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(`"${version}"`);
}
