import { IconArrowFork, IconArrowMerge } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '../../../../../components/link-button.tsx';
import { can } from '../../../../../lib/session.ts';
import type { TicketContext } from '../context.ts';
import classes from './relations.module.css';

/** The ways to the pages that make one ticket of two, or two of one. */
export function Regroup({ ticket, session }: TicketContext) {
  const t = useTranslations('relations');
  if (!can(session, 'ticket:merge') && !can(session, 'ticket:split')) return null;
  return (
    <div className={classes.regroup}>
      {can(session, 'ticket:merge') && (
        <LinkButton href={`/tickets/${ticket.id}/merge`} icon={<IconArrowMerge size={15} stroke={1.75} aria-hidden />} shortcut="m">
          {t('merge')}
        </LinkButton>
      )}
      {can(session, 'ticket:split') && (
        <LinkButton href={`/tickets/${ticket.id}/split`} icon={<IconArrowFork size={15} stroke={1.75} aria-hidden />}>
          {t('split')}
        </LinkButton>
      )}
    </div>
  );
}
