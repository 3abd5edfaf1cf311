import { IconAt, IconCheck, IconCornerUpLeft, IconNote, IconUser } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { Avatar } from '../../../components/marks/avatar.tsx';
import { Time } from '../../../components/marks/time.tsx';
import type { Notification } from '../../../lib/api-types.ts';
import { finishNotification, openNotification } from './actions.ts';
import classes from './notifications.module.css';

const ICONS = { assigned: IconUser, mentioned: IconAt, replied: IconCornerUpLeft, noted: IconNote } as const;

interface NotificationRowProps {
  notification: Notification;
  tenant: string;
  traceLabel: string;
}

/** One thing that happened. Its whole row is the button that leads to the ticket. */
export function NotificationRow({ notification, tenant, traceLabel }: NotificationRowProps) {
  const t = useTranslations('notifications');
  const { id, kind, ticket, actor, excerpt, count, at, readAt } = notification;
  const name = actor?.name ?? t('someone');
  const Icon = ICONS[kind];
  const about = { number: ticket.number, subject: ticket.subject };
  return (
    <li className={classes.row} data-unread={readAt === null || undefined}>
      <ActionForm action={openNotification} tenant={tenant} hidden={{ id, ticketId: ticket.id }} className={classes.open} traceLabel={traceLabel}>
        <button type="submit" className={classes.main} data-row>
          <span className={classes.dot}>{readAt === null && <span className="visually-hidden">{t('isUnread')}</span>}</span>
          <Avatar name={name} size={28} />
          <span className={classes.text}>
            <span className={classes.what}>
              <Icon size={14} stroke={1.75} aria-hidden />
              {count > 1 ? t(`${kind}Many`, { name, count }) : t(kind, { name })}
            </span>
            <span className={classes.subject}>
              <span className="figures">{ticket.number}</span> {ticket.subject}
            </span>
            {excerpt && <span className={classes.excerpt}>{excerpt}</span>}
          </span>
          <span className={classes.at}>
            <Time at={at} />
          </span>
        </button>
      </ActionForm>
      <ActionForm action={finishNotification} tenant={tenant} hidden={{ id }} traceLabel={traceLabel}>
        <button type="submit" className={classes.done} aria-label={t('doneOf', about)} title={t('done')}>
          <IconCheck size={16} stroke={1.75} aria-hidden />
        </button>
      </ActionForm>
    </li>
  );
}
