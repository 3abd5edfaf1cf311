'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import type { PaletteOptions } from './palette.tsx';
import { pressKey } from './press.ts';

/** Loaded when it is first wanted. */
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Moves along the rows of the page's list. */
function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (key === 'Enter' && (event.ctrlKey || event.metaKey) && target instanceof HTMLTextAreaElement) {
    event.preventDefault();
    target.form?.requestSubmit();
    return;
  }
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === 'Escape' && isTyping(target)) return (target as HTMLElement).blur();
  if (isTyping(target) || document.querySelector('dialog[open]')) return;
  const done = (key === 'j' && step(1)) || (key === 'k' && step(-1)) || pressKey(key);
  if (done) event.preventDefault();
}

/** A link inside an open menu leads away: the menu has done its work. */
function closeMenus(event: MouseEvent): void {
  if (!(event.target as Element).closest('a[href]')) return;
  for (const open of document.querySelectorAll<HTMLElement>('[popover]:popover-open')) open.hidePopover();
}

function wantsPalette(event: KeyboardEvent): boolean {
  return event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

/** The keys of every page: j and k along its rows, those that its buttons, links and fields name in `data-key`, and the palette. */
export function Keyboard({ palette }: { palette: PaletteOptions }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!wantsPalette(event)) return onKey(event);
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) setOpen(true);
    };
    const onClick = (event: MouseEvent) => {
      closeMenus(event);
      if ((event.target as Element).closest('[data-palette]')) setOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('click', onClick);
    // Tells tests and tools that keys now work.
    document.documentElement.dataset.keys = 'on';
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('click', onClick);
    };
  }, []);
  if (!isOpen) return null;
  return (
    <Suspense>
      <Palette {...palette} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
