'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { startTransition, useEffect } from 'react';
import { readDigest } from '../lib/problem.ts';
import { reportError } from '../lib/report-browser-error.ts';
import { StatePage } from './state-page.tsx';
import classes from './state-page.module.css';
import { ERROR_WORDS } from './error-words.ts';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Something failed while the page was made: what it was, the way to try again, and the id to ask about it with. */
export function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const known = readDigest(error.digest);
  const locale = typeof document === 'undefined' ? 'en' : document.documentElement.lang;
  const words = locale.startsWith('id') ? ERROR_WORDS.id : ERROR_WORDS.en;
  useEffect(() => {
    // One with a digest is the server's, which has it in its log.
    if (!error.digest) reportError(error);
  }, [error]);
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  const isAway = known?.code === 'UNAVAILABLE' || known?.code === 'TIMEOUT' || known?.code === 'UPSTREAM_FAILED';
  return (
    <StatePage title={isAway ? words.away : words.title} text={isAway ? words.awayText : words.text}>
      <Button variant="filled" onClick={retry}>
        {words.retry}
      </Button>
      <p className={classes.trace}>
        {words.trace} <code>{known?.traceId ?? error.digest}</code>
      </p>
    </StatePage>
  );
}
