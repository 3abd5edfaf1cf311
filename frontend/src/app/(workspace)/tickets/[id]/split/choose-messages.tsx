import { useTranslations } from 'next-intl';
import { Time } from '../../../../../components/marks/time.tsx';
import type { TimelineEntry } from '../../../../../lib/api-types.ts';
import classes from '../relations/relations.module.css';
import { MessagesField } from './messages-field.tsx';

/** Each message with a box to tick. */
export function ChooseMessages({ messages }: { messages: readonly TimelineEntry[] }) {
  const t = useTranslations('relations');
  const ticket = useTranslations('ticket');
  if (messages.length === 0) return <p>{t('noneToSplit')}</p>;
  return (
    <MessagesField legend={t('messages')}>
      {messages.map((message) => (
        <label key={message.id} data-kind={message.kind}>
          <input type="checkbox" name="messageIds" value={message.id} />
          <span>
            <small>
              <b>{message.author.name ?? ticket('system')}</b> {message.kind === 'note' && ticket('internalNote')} <Time at={message.at} isProse />
            </small>
            <span className={classes.text}>{message.body}</span>
          </span>
        </label>
      ))}
    </MessagesField>
  );
}
