import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestContext } from '../context.ts';
import type { CallerSettings } from './caller.ts';
import { sendProblem } from './problem.filter.ts';
import { problemBody, ProblemError } from './problems.ts';
import { openContext } from './request-hooks.ts';

/** What the router cannot even read, before any hook has run. */
export function refuseAddress(request: FastifyRequest, reply: FastifyReply, settings: CallerSettings): void {
  const unreadable = new ProblemError('MALFORMED_REQUEST', 'The address cannot be read.');
  requestContext.run(openContext(request, reply, settings), () => sendProblem(unreadable, reply));
}

/** What is not even HTTP, or whose headers are too large: a problem on the bare connection, which then closes. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const traceId = randomBytes(16).toString('hex');
  const body = JSON.stringify(problemBody(new ProblemError('MALFORMED_REQUEST', 'The request cannot be read.'), traceId));
  socket.end(
    [
      'HTTP/1.1 400 Bad Request',
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-trace-id: ${traceId}`,
      'x-content-type-options: nosniff',
      'cache-control: no-store',
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
