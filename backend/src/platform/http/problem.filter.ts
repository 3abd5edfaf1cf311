import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SecurityDecisions } from '../access/security-decisions.ts';
import { requestContext } from '../context.ts';
import { reportError } from '../telemetry/report-error.ts';
import { problemOf } from './problem-of.ts';
import { problemBody, ProblemError } from './problems.ts';

const UNFORESEEN = new ProblemError('INTERNAL', 'Something went wrong here. It has been reported under the trace id.');

/** Turns whatever was thrown into `application/problem+json`. Texts of drivers, SQL, paths and stacks stay in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly decisions: SecurityDecisions) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const problem = problemOf(error);
    if (problem) this.decisions.tellRefusal(problem, routeOf(http.getRequest<FastifyRequest>()));
    sendProblem(error, http.getResponse<FastifyReply>());
  }
}

function routeOf({ method, routeOptions: { url } }: FastifyRequest): string | undefined {
  return url === undefined ? undefined : `${method} ${url}`;
}

export function sendProblem(error: unknown, reply: FastifyReply): void {
  if (reply.sent) return;
  const known = problemOf(error);
  if (!known) reportError(error, { category: 'request', severity: 'error' });
  const problem = problemBody(known ?? UNFORESEEN, requestContext.getStore()?.traceId ?? '0'.repeat(32));
  if (problem.status === 503 || problem.status === 504) reportError(error, { category: 'database', severity: 'warning' });
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
  void reply.code(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}
