'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormState } from './form-state.ts';

/**
 * The version that the typed text stands on. While a form is being filled in, live updates bring newer versions to the
 * page; this keeps the one that the writer has seen, so that nobody's change is overwritten unseen.
 */
export function VersionField({ version }: { version: number }) {
  const input = useRef<HTMLInputElement>(null);
  const { result } = useFormState();
  const [seen, setSeen] = useState({ version, result, dirty: false });

  useEffect(() => {
    const form = input.current?.form;
    const touch = () => setSeen((present) => (present.dirty ? present : { ...present, dirty: true }));
    form?.addEventListener('input', touch);
    return () => form?.removeEventListener('input', touch);
  }, []);

  const answered = seen.result !== result;
  const current = seen.dirty && !answered ? seen.version : version;
  if (answered || current !== seen.version) setSeen({ version: current, result, dirty: seen.dirty && !answered });
  return <input ref={input} type="hidden" name="version" value={current} />;
}
