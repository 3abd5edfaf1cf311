'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { NOTHING_FOUND, type Found } from '../../lib/found.ts';
import { groupsFor, whatIsKnown, type Group, type Item } from './palette-items.ts';
import classes from './palette.module.css';

export interface PaletteOptions {
  tenantId: string;
  pages: Item[];
  words: Record<Group['name'], string> & { title: string; placeholder: string; none: string };
}

/** One types fast: only what stands for a moment is asked for. */
const PAUSE_MS = 120;

function useFound(query: string, tenantId: string): { found: Found; isAsking: boolean } {
  const [answer, setAnswer] = useState<{ query: string; found: Found }>({ query: '', found: NOTHING_FOUND });
  useEffect(() => {
    if (query === '') return;
    const abort = new AbortController();
    const ask = async () => {
      const given = await fetch(`/search/results?${new URLSearchParams({ q: query, tenant: tenantId })}`, { signal: abort.signal });
      setAnswer({ query, found: given.ok ? ((await given.json()) as Found) : NOTHING_FOUND });
    };
    // A palette that cannot ask still has its pages and actions.
    const timer = setTimeout(() => void ask().catch(() => undefined), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, tenantId]);
  // What was found for a part of the words stands until there is better.
  return { found: query === '' ? NOTHING_FOUND : answer.found, isAsking: query !== '' && answer.query !== query };
}

/** Every page, what this page offers, and whatever has the words that are typed: by keyboard alone. */
export function Palette({ tenantId, pages, words, onClose }: PaletteOptions & { onClose: () => void }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [known] = useState(() => whatIsKnown(pages));
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const query = typed.trim();
  const { found, isAsking } = useFound(query, tenantId);
  const groups = groupsFor(query, known, found);
  const items = groups.flatMap((group) => group.items);
  const at = Math.min(active, items.length - 1);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    document.getElementById(`palette-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const run = (item: Item | undefined) => {
    if (!item && query === '') return;
    dialog.current?.close();
    if (item?.press) item.press();
    else router.push(item?.href ?? `/search?${new URLSearchParams({ q: query })}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((at + step + items.length) % Math.max(items.length, 1));
    else if (event.key === 'Enter') run(items[at]);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    if (event.target === dialog.current) dialog.current?.close();
  };
  return (
    // Escape closes; the click handler only spares those with a pointer the way to it.
    <dialog ref={dialog} className={classes.palette} aria-label={words.title} onClose={onClose} onClick={onClick}>
      <div className={classes.inside}>
        <input
          type="text"
          role="combobox"
          aria-label={words.placeholder}
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={items.length > 0 ? `palette-${at}` : undefined}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          className={classes.input}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div id="palette-list" role="listbox" aria-label={words.title} className={classes.list}>
          {groups.map(({ name, items: members }) => (
            <div key={name} role="group" aria-label={words[name]}>
              <p className={classes.group} aria-hidden>
                {words[name]}
              </p>
              {members.map((item) => (
                <Option key={item.id} item={item} index={items.indexOf(item)} active={at} onPoint={setActive} onRun={run} />
              ))}
            </div>
          ))}
        </div>
        <p role="status" className={classes.status}>
          {items.length === 0 && !isAsking ? words.none : ''}
        </p>
      </div>
    </dialog>
  );
}

interface OptionProps {
  item: Item;
  index: number;
  active: number;
  onPoint: (index: number) => void;
  onRun: (item: Item) => void;
}

function Option({ item, index, active, onPoint, onRun }: OptionProps) {
  return (
    // The field keeps the focus and has the keys.
    <div id={`palette-${index}`} role="option" aria-selected={index === active} className={classes.option} onPointerMove={() => onPoint(index)} onClick={() => onRun(item)}>
      <span className={classes.label}>{item.label}</span>
      {item.hint && <span className={classes.hint}>{item.hint}</span>}
      {item.shortcut && <kbd className={classes.key}>{item.shortcut.toUpperCase()}</kbd>}
    </div>
  );
}
