import { TICKET_LIMITS } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import type { FileRules } from '../../../../components/files/file-rules.ts';
import type { CannedAnswer, Member, TimelinePage } from '../../../../lib/api-types.ts';
import { can } from '../../../../lib/session.ts';
import { noteTicket, replyToTicket } from './actions.ts';
import { ComposerForm } from './composer-form.tsx';
import type { TicketContext } from './context.ts';
import { Typing } from './presence/typing.tsx';
import classes from './composer.module.css';

interface ComposerProps extends TicketContext {
  timeline: TimelinePage;
  members: readonly Member[];
  answers: readonly CannedAnswer[];
  files: FileRules;
  isFinal: boolean;
}

/** So many of the last entries tell what crossed. */
const RECENT = 12;

/**
 * Two forms behind two tabs, each with a draft of its own, so that a note is never sent as a reply by mistake. The tabs
 * are radio buttons that belong to no form; style alone shows the chosen form.
 */
export function Composer({ ticket, session, traceLabel, timeline, members, answers, files, isFinal }: ComposerProps) {
  const t = useTranslations('ticket');
  const talk = useTranslations('talk');
  const mayReply = can(session, 'ticket:reply') && !isFinal;
  const mayNote = can(session, 'ticket:note') && !isFinal;
  if (!mayReply && !mayNote) return null;
  const messages = timeline.items.slice(0, RECENT).filter(({ type }) => type === 'message');
  const shared = {
    ticketId: ticket.id,
    tenant: session.tenant.id,
    maxLength: TICKET_LIMITS.body,
    traceLabel,
    files,
    userId: session.user.id,
    lastMessageId: timeline.lastMessageId,
    recent: messages.map(({ id, author, body }) => ({ id, author, body: (body ?? '').slice(0, 200) })).reverse(),
    answers: answers.map(({ id, name, shortcut }) => ({ id, name, shortcut })),
    words: {
      crossedOne: talk('crossedOne', { name: '#' }),
      crossedMany: talk('crossedMany', { name: '#' }),
      someone: t('system'),
      readIt: talk('readIt'),
      sendAnyway: talk('sendAnyway'),
      answers: talk('answers'),
      chooseAnswer: talk('chooseAnswer'),
      insert: talk('insert'),
      suggestions: talk('suggestions'),
    },
  };
  return (
    <div className={classes.composer}>
      <div className={classes.head}>
        <div className={classes.tabs} role="radiogroup" aria-label={t('write')}>
          {mayReply && (
            <label className={classes.tab}>
              <input type="radio" name="composer" value="reply" form="none" defaultChecked data-key="r" />
              {t('reply')}
            </label>
          )}
          {mayNote && (
            <label className={classes.tab}>
              <input type="radio" name="composer" value="note" form="none" defaultChecked={!mayReply} data-key="n" />
              {t('internalNote')}
            </label>
          )}
        </div>
        <Typing one={talk('typingOne', { name: '#' })} many={talk('typingMany', { count: '#' })} />
      </div>
      {mayReply && (
        <ComposerForm
          {...shared}
          kind="reply"
          action={replyToTicket}
          people={[]}
          label={t('reply')}
          placeholder={ticket.requester ? t('replyTo', { name: ticket.requester.name }) : t('replyToNobody')}
          send={t('send')}
        />
      )}
      {mayNote && (
        <ComposerForm
          {...shared}
          kind="note"
          action={noteTicket}
          people={members.filter(({ id }) => id !== session.user.id).map(({ id, name }) => ({ id, name }))}
          label={t('internalNote')}
          placeholder={talk('noteHint')}
          send={t('addNote')}
        />
      )}
    </div>
  );
}
