import type { ErrorCode, Problem } from '@kontor/contracts/errors';
import { ERRORS } from '@kontor/contracts/errors';

/** A refusal of the backend. Its digest survives into the browser, where the rest of an error does not. */
export class ApiProblem extends Error {
  readonly digest: string;
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code} ${problem.traceId}`);
    this.problem = problem;
    this.digest = `${problem.code}:${problem.traceId}`;
  }
}

/** A problem found on this side of the backend. */
export function localProblem(code: ErrorCode, traceId: string, detail = ''): Problem {
  const { status, title, retryable } = ERRORS[code];
  return { type: `/api/docs/errors#${code}`, title, status, code, detail, traceId, retryable };
}

/** The code and the trace id in a digest that an ApiProblem made; null for the digest of any other error. */
export function readDigest(digest: string | undefined): { code: ErrorCode; traceId: string } | null {
  const [code, traceId] = (digest ?? '').split(':');
  return code && traceId && code in ERRORS ? { code: code as ErrorCode, traceId } : null;
}
