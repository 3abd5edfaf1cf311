import multipart from '@fastify/multipart';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { refusal } from './file-body.ts';
import { ProblemError } from './problems.ts';

const FORM = 'multipart/form-data';
/** Of a form: texts, bytes of one of them (50,000 characters of four), and files before the rest is refused. */
const LIMITS = { fields: 60, fieldSize: 200_000, fieldNameSize: 100, files: 60, parts: 120, headerPairs: 20 };

/** One part of a form, in the order in which it came. A file has to be read to its end before the next part is there. */
export type FormPart = { kind: 'text'; name: string; value: string } | { kind: 'file'; fileName: string; stream: Readable };

/** Declares a handler whose body is a form of a browser, with files. */
export function TakesForm(): MethodDecorator {
  return applyDecorators(RouteConfig({ streamed: FORM }), ApiConsumes(FORM), ApiBody({ schema: { type: 'object', additionalProperties: {} } }));
}

/** The parts of a `@TakesForm` handler. */
export const Form = createParamDecorator((_: unknown, context: ExecutionContext): AsyncIterable<FormPart> => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (!request.isMultipart()) throw new ProblemError('UNSUPPORTED_MEDIA', `Send ${FORM}.`);
  return partsOf(request);
});

async function* partsOf(request: FastifyRequest): AsyncIterable<FormPart> {
  try {
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type === 'file') yield { kind: 'file', fileName: part.filename, stream: part.file };
      else if (typeof part.value === 'string' && !part.valueTruncated) yield { kind: 'text', name: part.fieldname, value: part.value };
      else throw new ProblemError('MALFORMED_REQUEST', 'A field of the form is too long, or no text.');
    }
  } catch (error) {
    // What the parser says of a form that is none is an error without a code. What the reader of a part throws never comes here.
    if (error instanceof ProblemError || (error as { statusCode?: number }).statusCode !== undefined) throw error;
    throw new ProblemError('MALFORMED_REQUEST', 'The form cannot be read to its end.');
  }
}

/** Forms are read by handlers that say so; anywhere else they are refused before a handler sees them. */
export async function installFormBodies(fastify: FastifyInstance): Promise<void> {
  await fastify.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: Number.MAX_SAFE_INTEGER } });
  fastify.addHook('preValidation', (request, _reply, done) => done(request.isMultipart() ? (refusal(request, FORM) ?? undefined) : undefined));
}
