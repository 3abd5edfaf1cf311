import { TICKET_LIMITS } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import type { FileRules } from '../../../../components/files/file-rules.ts';
import { can } from '../../../../lib/session.ts';
import { noteTicket, replyToTicket } from './actions.ts';
import { ComposerForm } from './composer-form.tsx';
import type { TicketContext } from './context.ts';
import classes from './composer.module.css';

/**
 * Two forms behind two tabs, each with a draft of its own, so that a note is never sent as a reply by mistake. The tabs
 * are radio buttons that belong to no form; style alone shows the chosen form.
 */
export function Composer({ ticket, session, traceLabel, isFinal, files }: TicketContext & { isFinal: boolean; files: FileRules }) {
  const t = useTranslations('ticket');
  const mayReply = can(session, 'ticket:reply') && !isFinal;
  const mayNote = can(session, 'ticket:note') && !isFinal;
  if (!mayReply && !mayNote) return null;
  const shared = { ticketId: ticket.id, tenant: session.tenant.id, maxLength: TICKET_LIMITS.body, traceLabel, files };
  return (
    <div className={classes.composer}>
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
      {mayReply && (
        <ComposerForm
          {...shared}
          kind="reply"
          action={replyToTicket}
          label={t('reply')}
          placeholder={ticket.requester ? t('replyTo', { name: ticket.requester.name }) : t('replyToNobody')}
          send={t('send')}
        />
      )}
      {mayNote && (
        <ComposerForm {...shared} kind="note" action={noteTicket} label={t('internalNote')} placeholder={t('noteHint')} send={t('addNote')} />
      )}
    </div>
  );
}
