import { HttpException } from '@nestjs/common';
import type { ErrorCode } from '@kontor/contracts/errors';
import { databaseError, type DatabaseError } from '../database/errors.ts';
import { SESSION_DOES_NOT_HOLD } from '../database/scope.ts';
import { constraintProblem } from './constraints.ts';
import { Conflict, Invalid, NotFound, ProblemError, Unauthenticated } from './problems.ts';

const BY_STATUS: Record<number, [ErrorCode, string]> = {
  400: ['MALFORMED_REQUEST', 'The request cannot be read as what it says it is.'],
  401: ['UNAUTHENTICATED', 'Send a session token or an API key as a bearer token.'],
  403: ['FORBIDDEN', 'You may not do this.'],
  404: ['NOT_FOUND', 'There is nothing at this address.'],
  405: ['METHOD_NOT_ALLOWED', 'This address does not know that method.'],
  408: ['TIMEOUT', 'The request took too long to arrive.'],
  413: ['PAYLOAD_TOO_LARGE', 'The body is larger than is taken here.'],
  414: ['MALFORMED_REQUEST', 'The address is too long.'],
  415: ['UNSUPPORTED_MEDIA', 'Send application/json.'],
  429: ['RATE_LIMITED', 'Wait a moment before you try again.'],
  431: ['MALFORMED_REQUEST', 'The headers are too large.'],
  503: ['UNAVAILABLE', 'Kontor is starting, stopping or out of reach of its database.'],
};

/** Every error as a problem. `undefined` means nobody foresaw it: INTERNAL, and to be reported. */
export function problemOf(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  const fromDatabase = databaseError(error);
  if (fromDatabase) return databaseProblem(fromDatabase);
  const status = error instanceof HttpException ? error.getStatus() : fastifyStatus(error);
  const known = status === undefined ? undefined : BY_STATUS[status];
  return known && new ProblemError(...known);
}

/** Errors of the HTTP layer itself carry `FST_…` codes or, from body parsing, a bare 4xx status. */
function fastifyStatus(error: unknown): number | undefined {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode < 500 ? statusCode : undefined;
}

function databaseProblem({ code, constraint }: DatabaseError): ProblemError | undefined {
  if (code === SESSION_DOES_NOT_HOLD) return new Unauthenticated('The session was ended.', 'SESSION_REVOKED');
  if (code.startsWith('22')) return Invalid.field('', 'INVALID_VALUE', 'A value is outside what can be stored.');
  if (code === '23503') return constraintProblem(constraint) ?? new NotFound();
  if (code === '23505' || code === '23001' || code === '23P01') {
    return constraintProblem(constraint) ?? new Conflict('This is in conflict with what is already there.');
  }
  if (code === '23514' || code === '23502') return Invalid.field('', 'INVALID_VALUE', 'A value is not allowed.');
  if (code === '40001' || code === '40P01') return new Conflict('Others changed the same thing at the same moment.');
  if (code === '55P03' || code === '25P03' || code === '57014') {
    return new ProblemError('TIMEOUT', 'The database took too long.');
  }
  if (code.startsWith('53') || code.startsWith('08') || code.startsWith('57P')) {
    return new ProblemError('UNAVAILABLE', 'The database is out of reach. Try again in a moment.', { retryAfter: 1 });
  }
  return undefined;
}
