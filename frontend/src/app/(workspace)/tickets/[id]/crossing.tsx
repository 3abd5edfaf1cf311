'use client';

import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useFormState } from '../../../../components/form/form-state.ts';
import classes from './composer.module.css';

export interface RecentMessage {
  id: string;
  author: { id: string | null; name: string | null };
  body: string;
}

/** `#` stands for the name of whoever wrote. */
export type CrossingWords = Record<'crossedOne' | 'crossedMany' | 'someone' | 'readIt' | 'sendAnyway', string>;

interface CrossingProps {
  userId: string;
  lastMessageId: string | null;
  recent: readonly RecentMessage[];
  words: CrossingWords;
}

/**
 * Carries the last message that the writer has seen: the one from which the typing began, whatever live updates have
 * brought to the page since. Says what others wrote meanwhile, with the way to send all the same.
 */
export function Crossing({ userId, lastMessageId, recent, words }: CrossingProps) {
  const input = useRef<HTMLInputElement>(null);
  const { result } = useFormState();
  const [held, setHeld] = useState({ seen: lastMessageId, result, dirty: false });

  useEffect(() => {
    const form = input.current?.form;
    const type = () => {
      const isEmpty = form?.querySelector('textarea')?.value === '';
      setHeld((present) => (present.dirty === !isEmpty ? present : { ...present, dirty: !isEmpty }));
    };
    form?.addEventListener('input', type);
    return () => form?.removeEventListener('input', type);
  }, []);

  const isAnswered = held.result !== result;
  const refusal = result && !result.success ? result.newMessages : undefined;
  // What a refusal tells has been seen by that.
  const seen = isAnswered ? (refusal?.at(-1)?.id ?? lastMessageId) : held.dirty ? held.seen : lastMessageId;
  const dirty = isAnswered ? refusal !== undefined : held.dirty;
  if (isAnswered || seen !== held.seen) setHeld({ seen, result, dirty });

  const since = recent.slice(recent.findIndex(({ id }) => id === seen) + 1).filter(({ author }) => author.id !== userId);
  const news = dirty && since.length > 0 ? since : (refusal ?? []);
  const last = news.at(-1);
  const names = new Set(news.map(({ author }) => author.name));
  return (
    <>
      <input ref={input} type="hidden" name="seen" value={seen ?? ''} />
      {last && (
        <div role="alert" className={classes.news}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
          <p>
            <strong>{(names.size > 1 ? words.crossedMany : words.crossedOne).replace('#', last.author.name ?? words.someone)}</strong>{' '}
            <q>{last.body.length > 160 ? `${last.body.slice(0, 160)}…` : last.body}</q>
          </p>
          <span className={classes.ways}>
            <a href={`#message-${news[0]?.id}`} className={classes.insert}>
              {words.readIt}
            </a>
            <button type="submit" name="sendAnyway" value={last.id} className={classes.insert}>
              {words.sendAnyway}
            </button>
          </span>
        </div>
      )}
    </>
  );
}
