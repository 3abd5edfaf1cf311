'use client';

import { useEffect } from 'react';
import { readDigest } from '../lib/problem.ts';
import { reportError } from '../lib/report-browser-error.ts';
import { ERROR_WORDS } from '../components/error-words.ts';

interface GlobalErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** The last resort, when even the frame of the pages failed; it relies on nothing but itself. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  useEffect(() => {
    if (!error.digest) reportError(error);
  }, [error]);
  const locale = typeof navigator !== 'undefined' && navigator.language.startsWith('id') ? 'id' : 'en';
  const words = ERROR_WORDS[locale];
  return (
    <html lang={locale}>
      <body>
        <main style={{ maxWidth: 520, margin: '15vh auto', padding: 24, fontFamily: 'system-ui, sans-serif', lineHeight: 1.5 }}>
          <h1>{words.title}</h1>
          <p>{words.text}</p>
          <button type="button" onClick={reset}>
            {words.retry}
          </button>
          <p>
            {words.trace} <code>{readDigest(error.digest)?.traceId ?? error.digest}</code>
          </p>
        </main>
      </body>
    </html>
  );
}
