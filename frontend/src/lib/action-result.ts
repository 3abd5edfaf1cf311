import type { ErrorCode, ToldMessage } from '@kontor/contracts/errors';

export interface Success<Data = unknown> {
  success: true;
  data: Data;
}

/** One of several things that a field may have meant. */
export interface Choice {
  value: string;
  label: string;
}

export interface Failure {
  success: false;
  /** What happened and what to do, in the reader's language. */
  error: string;
  code: ErrorCode;
  /** By the name of the form's field. */
  fieldErrors?: Record<string, string>;
  /** Whole seconds until another try can succeed. */
  retryAfter?: number;
  /** With STALE_REPLY: what others wrote meanwhile. */
  newMessages?: ToldMessage[];
  traceId: string;
  /** By the name of a field, what it may have meant. */
  choices?: Record<string, Choice[]>;
  /** What was typed, to be shown again; secrets are not among it. */
  values: Record<string, string[]>;
}

/** What every server action answers. */
export type ActionResult<Data = unknown> = Success<Data> | Failure;

/** A server action as a form takes it. */
export type FormAction = (previous: unknown, data: FormData) => Promise<ActionResult>;
