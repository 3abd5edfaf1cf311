'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';

/** Goes to the list without the fields that were left empty, and closes an open filter when one turns elsewhere. */
export function FilterForm({ label, className, children }: { label: string; className?: string | undefined; children: ReactNode }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      for (const open of form.current?.querySelectorAll('details[open]') ?? []) {
        const isInside = open.contains(event.target as Node);
        if (event instanceof KeyboardEvent && isInside) open.querySelector('summary')?.focus();
        if (event instanceof KeyboardEvent || !isInside) open.removeAttribute('open');
      }
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);

  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = new Map<string, string[]>();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string' && value) query.set(name, [...(query.get(name) ?? []), value]);
    }
    const parts = [...query].map(([name, values]) => `${name}=${values.map(encodeURIComponent).join()}`);
    router.push(parts.length > 0 ? `/tickets?${parts.join('&')}` : '/tickets');
  };

  return (
    <form ref={form} action="/tickets" method="get" aria-label={label} className={className} onSubmit={go}>
      {children}
    </form>
  );
}
