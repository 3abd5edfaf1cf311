import { IconArrowBackUp, IconArrowFork, IconArrowMerge } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import type { Relations } from '../../../../../lib/api-types.ts';
import { can } from '../../../../../lib/session.ts';
import type { TicketContext } from '../context.ts';
import { mergeTicket } from './actions.ts';
import { RelatedTicketLink } from './related-ticket.tsx';
import { UnmergeForm } from './unmerge-form.tsx';
import classes from './relations.module.css';

interface MergeNoticeProps extends TicketContext {
  relations: Relations;
  /** The ticket that has just been merged into this one, or that this one was just split off. */
  justMerged?: string | undefined;
  justSplit?: string | undefined;
}

/** That a ticket was merged, or has just got another one merged into it or been split off, with the way back. */
export function MergeNotice({ relations, justMerged, justSplit, ticket, session, traceLabel }: MergeNoticeProps) {
  const t = useTranslations('relations');
  const shared = { tenant: session.tenant.id, traceLabel };
  const mayMerge = can(session, 'ticket:merge');
  if (ticket.status === 'merged') {
    const { mergedInto } = relations;
    return (
      <aside className={classes.notice} aria-label={t('isMerged')}>
        <IconArrowMerge size={18} stroke={1.6} aria-hidden />
        <p>
          <strong>{t('isMerged')}</strong> {t(mergedInto ? 'isMergedText' : 'isMergedAway')}
        </p>
        {mergedInto && <RelatedTicketLink ticket={mergedInto} />}
        {mergedInto && mayMerge && <UnmergeForm {...shared} ticketId={ticket.id} label={t('undoMerge')} undo={t('undoMerge')} />}
      </aside>
    );
  }
  const source = relations.mergedFrom.find(({ id }) => id === justMerged);
  if (source) {
    return (
      <aside className={classes.notice} aria-label={t('justMerged', { number: source.number })} role="status">
        <IconArrowMerge size={18} stroke={1.6} aria-hidden />
        <p>{t('justMerged', { number: source.number })}</p>
        {mayMerge && <UnmergeForm {...shared} ticketId={source.id} label={t('undoMerge')} undo={t('undo')} />}
      </aside>
    );
  }
  const origin = relations.links.find(({ ticket: other }) => other.id === justSplit)?.ticket;
  if (!origin) return null;
  return (
    <aside className={classes.notice} aria-label={t('justSplit', { number: origin.number })} role="status">
      <IconArrowFork size={18} stroke={1.6} aria-hidden />
      <p>{t('justSplit', { number: origin.number })}</p>
      {mayMerge && (
        <ActionForm action={mergeTicket} {...shared} hidden={{ id: ticket.id, into: origin.id }} label={t('undoSplit')} className={classes.undo}>
          <SubmitButton variant="default" icon={<IconArrowBackUp size={15} stroke={1.75} aria-hidden />}>
            {t('undo')}
          </SubmitButton>
        </ActionForm>
      )}
    </aside>
  );
}
