'use client';

import { useEffect } from 'react';
import { reportError } from '../lib/report-browser-error.ts';

const onError = (event: ErrorEvent) => reportError(event.error ?? event.message);
const onRejection = (event: PromiseRejectionEvent) => reportError(event.reason);

/** Tells the server what no code of the page has caught. */
export function ErrorReports() {
  useEffect(() => {
    window.addEventListener('error', onError);
    window.addEventListener('unhandledrejection', onRejection);
    return () => {
      window.removeEventListener('error', onError);
      window.removeEventListener('unhandledrejection', onRejection);
    };
  }, []);
  return null;
}
