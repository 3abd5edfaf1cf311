/**
 * The codes of `application/problem+json` answers (RFC 9457) with their HTTP status, title and whether trying again can
 * help. Append-only: outsiders branch on them. Cause and remedy of each stand in `docs/errors.md` and at `/api/docs/errors`.
 */
export const ERRORS = {
  VALIDATION_FAILED: { status: 400, title: 'The request is not valid', retryable: false },
  MALFORMED_REQUEST: { status: 400, title: 'The request cannot be read', retryable: false },
  UNAUTHENTICATED: { status: 401, title: 'Sign in first', retryable: false },
  SESSION_EXPIRED: { status: 401, title: 'The session has expired', retryable: false },
  SESSION_REVOKED: { status: 401, title: 'The session was ended', retryable: false },
  SIGNATURE_INVALID: { status: 401, title: 'The signature is not valid', retryable: false },
  FORBIDDEN: { status: 403, title: 'Not allowed', retryable: false },
  WRONG_TENANT: { status: 403, title: 'Another workspace is active', retryable: false },
  PLAN_REQUIRED: { status: 403, title: 'Not in this plan', retryable: false },
  SECOND_FACTOR_REQUIRED: { status: 403, title: 'Set up a second factor first', retryable: false },
  REAUTH_REQUIRED: { status: 403, title: 'Confirm who you are', retryable: false },
  ORIGIN_REJECTED: { status: 403, title: 'The origin is not allowed', retryable: false },
  BOT_CHECK_FAILED: { status: 403, title: 'The bot check failed', retryable: false },
  NOT_FOUND: { status: 404, title: 'Not found', retryable: false },
  METHOD_NOT_ALLOWED: { status: 405, title: 'Method not allowed', retryable: false },
  CONFLICT: { status: 409, title: 'In conflict with what is there', retryable: false },
  ILLEGAL_TRANSITION: { status: 409, title: 'The status does not allow it', retryable: false },
  ASSIGNEE_REQUIRED: { status: 409, title: 'An assignee is required', retryable: false },
  STALE_REPLY: { status: 409, title: 'Others wrote in the meantime', retryable: false },
  FIELDS_REQUIRED: { status: 409, title: 'Fields are required', retryable: false },
  LAST_OWNER: { status: 409, title: 'A workspace needs an owner', retryable: false },
  IDEMPOTENCY_IN_PROGRESS: { status: 409, title: 'The same request is in progress', retryable: true },
  GONE: { status: 410, title: 'No longer there', retryable: false },
  VERSION_MISMATCH: { status: 412, title: 'Changed in the meantime', retryable: false },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'Too large', retryable: false },
  UNSUPPORTED_MEDIA: { status: 415, title: 'The media type is not supported', retryable: false },
  MERGE_INTO_ITSELF: { status: 422, title: 'A ticket cannot be merged into itself', retryable: false },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'The key was used for another request', retryable: false },
  PRECONDITION_REQUIRED: { status: 428, title: 'If-Match is required', retryable: false },
  RATE_LIMITED: { status: 429, title: 'Too many requests', retryable: true },
  QUOTA_EXCEEDED: { status: 429, title: 'The quota is used up', retryable: true },
  SLOW_CONSUMER: { status: 429, title: 'The reader is too slow', retryable: true },
  INTERNAL: { status: 500, title: 'Something went wrong', retryable: true },
  UPSTREAM_FAILED: { status: 502, title: 'Another service failed', retryable: true },
  UNAVAILABLE: { status: 503, title: 'Not available right now', retryable: true },
  TIMEOUT: { status: 504, title: 'It took too long', retryable: true },
  STORAGE_FULL: { status: 507, title: 'No room for the file', retryable: true },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** Codes of a single field's error, `errors[].code`. */
export const FIELD_ERRORS = [
  'REQUIRED',
  'UNKNOWN_FIELD',
  'INVALID_TYPE',
  'INVALID_FORMAT',
  'INVALID_VALUE',
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_SMALL',
  'TOO_LARGE',
  'NOT_FOUND',
  'TAKEN',
  'FILE_EMPTY',
  'FILE_TYPE_REFUSED',
  'FILE_MISMATCH',
  'FILE_ACTIVE_CONTENT',
  'UNKNOWN_VARIABLE',
] as const;
export type FieldErrorCode = (typeof FIELD_ERRORS)[number];

/** One refused field. `pointer` is a JSON Pointer (RFC 6901) into the body, or `?name` for a query parameter. */
export interface FieldError {
  pointer: string;
  code: FieldErrorCode;
  message: string;
}

/** A message of a conversation, as it is told beside an error. */
export interface ToldMessage {
  id: string;
  kind: 'reply' | 'note';
  body: string;
  author: { type: 'user' | 'contact' | 'system'; id: string | null; name: string | null };
  createdAt: string;
}

/** The body of every error answer, on HTTP and on sockets. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  traceId: string;
  retryable: boolean;
  errors?: FieldError[];
  /** With ILLEGAL_TRANSITION: the statuses that can be reached from here. */
  allowed?: string[];
  /** With RATE_LIMITED and QUOTA_EXCEEDED: whole seconds until a try can succeed. */
  retryAfter?: number;
  /** With VERSION_MISMATCH: the resource as it is now. */
  current?: unknown;
  /** With STALE_REPLY: what others wrote since, oldest first; the last ten where there is more. */
  newMessages?: ToldMessage[];
  /** With GONE on a channel: the oldest sequence number still kept. */
  oldest?: number;
  /** With PAYLOAD_TOO_LARGE for a file: the bytes that it may have. */
  limit?: number;
}
