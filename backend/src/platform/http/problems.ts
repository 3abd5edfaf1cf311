import { ERRORS, type ErrorCode, type FieldError, type FieldErrorCode, type Problem } from '@kontor/contracts/errors';

/** What a problem carries besides its code and detail. */
export type ProblemExtras = Pick<Problem, 'errors' | 'allowed' | 'retryAfter' | 'current' | 'newMessages' | 'oldest' | 'limit'>;

/** An error that the caller is told about. Everything else is INTERNAL. */
export class ProblemError extends Error {
  constructor(
    readonly code: ErrorCode,
    detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail);
  }
}

export class NotFound extends ProblemError {
  constructor(detail = 'There is nothing here, or nothing that you may see.') {
    super('NOT_FOUND', detail);
  }
}

export class Conflict extends ProblemError {
  constructor(detail: string, code: ErrorCode = 'CONFLICT', extras: ProblemExtras = {}) {
    super(code, detail, extras);
  }
}

export class Forbidden extends ProblemError {
  constructor(detail: string, code: ErrorCode = 'FORBIDDEN') {
    super(code, detail);
  }
}

export class Unauthenticated extends ProblemError {
  constructor(detail: string, code: 'UNAUTHENTICATED' | 'SESSION_EXPIRED' | 'SESSION_REVOKED' = 'UNAUTHENTICATED') {
    super(code, detail);
  }
}

/** More than these help nobody. */
const MOST_TOLD = 20;

/** One or more fields are refused, each with its pointer. */
export class Invalid extends ProblemError {
  constructor(errors: FieldError[]) {
    super('VALIDATION_FAILED', `${errors.length} ${errors.length === 1 ? 'field needs' : 'fields need'} attention.`, { errors: errors.slice(0, MOST_TOLD) });
  }

  static field(pointer: string, code: FieldErrorCode, message: string): Invalid {
    return new Invalid([{ pointer, code, message }]);
  }
}

/** The answer's body. */
export function problemBody(error: ProblemError, traceId: string): Problem {
  const { status, title, retryable } = ERRORS[error.code];
  return {
    type: `/api/docs/errors#${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.message,
    traceId,
    retryable,
    ...error.extras,
  };
}
