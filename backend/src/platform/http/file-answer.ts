import { applyDecorators, HttpCode, Injectable, StreamableFile, UseInterceptors, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadStream } from 'node:fs';
import { from, switchMap, type Observable } from 'rxjs';

/** A file to be answered. */
export interface FileAnswer {
  name: string;
  /** Media type. */
  type: string;
  /** Bytes. */
  size: number;
  /** Of the content, hex. */
  sha256: string;
  open: () => Promise<ReadStream>;
}

/**
 * Answers a file, never for a browser to show: it is downloaded under its name, not guessed at, and could run nothing if it
 * were shown after all. Nobody keeps it on the way, so that each reading is allowed anew.
 */
@Injectable()
class FileInterceptor implements NestInterceptor<FileAnswer> {
  intercept(context: ExecutionContext, next: CallHandler<FileAnswer>): Observable<unknown> {
    return next.handle().pipe(switchMap((file) => from(this.#answer(context, file))));
  }

  async #answer(context: ExecutionContext, { name, type, size, sha256, open }: FileAnswer): Promise<StreamableFile | undefined> {
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const tag = `"${sha256}"`;
    reply.headers({
      etag: tag,
      'cache-control': 'private, no-store',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'content-disposition': disposition(name),
    });
    if (request.headers['if-none-match']?.split(',').some((seen) => seen.trim().replace(/^W\//, '') === tag)) {
      reply.code(304);
      return undefined;
    }
    return new StreamableFile(await open(), { type, length: size });
  }
}

/** RFC 6266: a name that old readers take, too, and the true one (RFC 8187). */
export function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Declares a handler that answers a `FileAnswer`. */
export function AnswersFile(): MethodDecorator {
  const content = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  return applyDecorators(HttpCode(200), UseInterceptors(FileInterceptor), ApiResponse({ status: 200, description: 'The file', content }));
}
