'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormState } from '../../../../components/form/form-state.ts';
import classes from './selection.module.css';

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('[data-select]')];
const all = () => document.querySelector<HTMLInputElement>('[data-select-all]');

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (/^(TEXTAREA|SELECT)$/.test(target.tagName) || (target instanceof HTMLInputElement && target.type !== 'checkbox'));
}

function announce(box: HTMLInputElement): void {
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

/** From the box pressed last to this one, all as this one. */
function range(last: HTMLInputElement | undefined, box: HTMLInputElement): void {
  const list = boxes();
  const [from, to] = [list.indexOf(last ?? box), list.indexOf(box)].sort((a, b) => a - b);
  for (const one of list.slice(from, (to ?? 0) + 1)) one.checked = box.checked;
}

/** Counts the selection, and gives it its keys: x takes the row, Shift a span of rows, Escape lets go. */
export function SelectionKeys({ words }: { words: string }) {
  const [count, setCount] = useState(0);
  const { result } = useFormState();
  // Where the keyboard was at work, if it was.
  const keyed = useRef<HTMLInputElement>(undefined);

  useEffect(() => {
    let last: HTMLInputElement | undefined;
    const recount = () => {
      const list = boxes();
      const chosen = list.filter(({ checked }) => checked).length;
      const head = all();
      if (head) Object.assign(head, { checked: chosen > 0 && chosen === list.length, indeterminate: chosen > 0 && chosen < list.length });
      setCount(chosen);
    };
    const onChange = ({ target }: Event) => {
      if (target === all()) for (const box of boxes()) box.checked = (target as HTMLInputElement).checked;
      recount();
    };
    const onClick = ({ target, shiftKey, detail }: MouseEvent) => {
      if (!(target instanceof HTMLInputElement) || !target.matches('[data-select]')) return;
      if (shiftKey) range(last, target);
      last = target;
      keyed.current = detail === 0 ? target : undefined;
      recount();
    };
    const onReset = () => setTimeout(recount);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const box = document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('[data-select]');
      if (event.key === 'x' && box) {
        box.checked = !box.checked;
        last = keyed.current = box;
        announce(box);
      } else if (event.key === 'Escape' && boxes().some(({ checked }) => checked) && !document.querySelector(':popover-open')) {
        document.querySelector<HTMLButtonElement>('[data-clear]')?.click();
      }
    };
    const listeners = { change: onChange, click: onClick, reset: onReset, keydown: onKey } as Record<string, (event: never) => void>;
    for (const [type, listener] of Object.entries(listeners)) document.addEventListener(type, listener as EventListener);
    recount();
    return () => {
      for (const [type, listener] of Object.entries(listeners)) document.removeEventListener(type, listener as EventListener);
    };
  }, []);

  useEffect(() => {
    // A form empties itself once it was sent: what was refused stays selected.
    const kept = result && !result.success ? (result.values.ids ?? []) : [];
    for (const box of boxes()) if (kept.includes(box.value)) box.checked = true;
    for (const open of document.querySelectorAll<HTMLElement>('form#selection :popover-open')) open.hidePopover();
    const box = boxes()[0];
    if (box) announce(box);
    // The bar goes, and its buttons with it.
    if (result?.success) keyed.current?.closest('tr')?.querySelector<HTMLElement>('[data-row]')?.focus();
  }, [result]);

  return (
    <span className={`${classes.count} with-script`} aria-live="polite">
      {words.replace('#', String(count))}
    </span>
  );
}
