'use client';

import { useEffect } from 'react';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function isShown(element: HTMLElement): boolean {
  return element.offsetParent !== null || element.closest('[popover]') !== null;
}

/** Presses the button or link, or goes to the field, that names this key. */
function press(key: string): boolean {
  const named = document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  const element = [...named].find(isShown);
  if (!element) return false;
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.focus();
    element.select();
  } else element.click();
  return true;
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
  const done = key === 'j' ? step(1) : key === 'k' ? step(-1) : press(key);
  if (done) event.preventDefault();
}

/** A link inside an open menu leads away: the menu has done its work. */
function closeMenus(event: MouseEvent): void {
  if (!(event.target as Element).closest('a[href]')) return;
  for (const open of document.querySelectorAll<HTMLElement>('[popover]:popover-open')) open.hidePopover();
}

/** The keys of every page: those that its buttons, links and fields name in `data-key`, and j and k along lists. */
export function Keyboard() {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    document.addEventListener('click', closeMenus);
    // Tells tests and tools that keys now work.
    document.documentElement.dataset.keys = 'on';
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('click', closeMenus);
    };
  }, []);
  return null;
}
