import type { Instrumentation } from 'next';
import { reportError } from '../server/report-error.ts';
import { readDigest } from './lib/problem.ts';

/** Every error that a page, a layout or a route handler did not catch, as one line with its trace id. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  const known = readDigest(digest);
  reportError(error, {
    category: 'page',
    severity: 'error',
    context: {
      traceId: known?.traceId ?? request.headers['x-kontor-request-id'],
      code: known?.code ?? 'INTERNAL',
      route: context.routePath,
      method: request.method,
    },
  });
};
