import { ERRORS, type ErrorCode } from '@kontor/contracts/errors';
import { ERROR_ADVICE } from './error-advice.ts';

/** A Markdown section a code, as they stand in `docs/errors.md`. */
export function errorSections(): string {
  return (Object.keys(ERRORS) as ErrorCode[])
    .map((code) => {
      const { status, title, retryable } = ERRORS[code];
      const { cause, remedy } = ERROR_ADVICE[code];
      return `## ${code}\n\n${status} · ${title}${retryable ? ' · retryable' : ''}\n\n**Cause.** ${cause}\n\n**Remedy.** ${remedy}\n`;
    })
    .join('\n');
}
