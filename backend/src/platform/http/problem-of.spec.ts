import { HttpException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { onConstraint } from './constraints.ts';
import { problemOf } from './problem-of.ts';
import { Conflict, problemBody } from './problems.ts';

const failed = (code: string, constraint?: string) => Object.assign(new Error('relation "tickets" at /srv/x.ts: SELECT'), { code, constraint });

describe('an error of the database', () => {
  it.each([
    ['22001', 'VALIDATION_FAILED'], ['22003', 'VALIDATION_FAILED'], ['22007', 'VALIDATION_FAILED'], ['22021', 'VALIDATION_FAILED'], ['22P02', 'VALIDATION_FAILED'],
    ['23502', 'VALIDATION_FAILED'], ['23514', 'VALIDATION_FAILED'],
    ['23505', 'CONFLICT'], ['23001', 'CONFLICT'], ['23P01', 'CONFLICT'], ['40001', 'CONFLICT'], ['40P01', 'CONFLICT'],
    ['23503', 'NOT_FOUND'],
    ['55P03', 'TIMEOUT'], ['25P03', 'TIMEOUT'], ['57014', 'TIMEOUT'],
    ['53000', 'UNAVAILABLE'], ['53300', 'UNAVAILABLE'], ['08006', 'UNAVAILABLE'], ['08001', 'UNAVAILABLE'], ['57P01', 'UNAVAILABLE'], ['57P03', 'UNAVAILABLE'],
    ['KS001', 'SESSION_REVOKED'],
  ])('%s is %s, by either library, and tells nothing of it', (code, expected) => {
    for (const error of [failed(code), new QueryFailedError('SELECT 1', [], failed(code))]) {
      const problem = problemOf(error);
      expect(problem?.code).toBe(expected);
      expect(JSON.stringify(problemBody(problem!, 'x'))).not.toMatch(/SELECT|tickets"|\.ts/);
    }
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])('%s is UNAVAILABLE', (code) => {
    expect(problemOf(Object.assign(new Error(`connect ${code} 10.0.0.5:5432`), { code }))?.code).toBe('UNAVAILABLE');
  });

  it.each(['Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable', 'timeout exceeded when trying to connect'])('"%s" is UNAVAILABLE', (message) => {
    expect(problemOf(new Error(message))?.code).toBe('UNAVAILABLE');
  });

  it.each(['42601', '42P01', '42501', 'XX000', '25P02'])('%s nobody foresaw', (code) => {
    expect(problemOf(failed(code))).toBeUndefined();
  });

  it('by a constraint that a feature knows is what the feature says', () => {
    onConstraint('spec_constraint', () => new Conflict('Taken.', 'LAST_OWNER'));
    for (const code of ['23505', '23503', '23P01']) expect(problemOf(failed(code, 'spec_constraint'))?.code).toBe('LAST_OWNER');
  });
});

describe('any other error', () => {
  it.each([[400, 'MALFORMED_REQUEST'], [401, 'UNAUTHENTICATED'], [404, 'NOT_FOUND'], [413, 'PAYLOAD_TOO_LARGE'], [415, 'UNSUPPORTED_MEDIA'], [429, 'RATE_LIMITED'], [503, 'UNAVAILABLE']])('of HTTP %d is %s', (status, code) => {
    expect(problemOf(new HttpException('/srv/secret.ts', status))).toMatchObject({ code });
    expect(problemOf(new HttpException('/srv/secret.ts', status))?.message).not.toContain('secret');
  });

  it.each([new TypeError('x is not a function'), 'text', null, undefined, Object.assign(new Error('x'), { code: 'ERR_X' }), new HttpException('x', 500)])('is not foreseen: %p', (error) => {
    expect(problemOf(error)).toBeUndefined();
  });
});
