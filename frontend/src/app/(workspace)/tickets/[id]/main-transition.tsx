import { IconCheck, IconRotate } from '@tabler/icons-react';
import { TICKET_TRANSITIONS } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { transitionTicket } from './actions.ts';
import type { TicketContext } from './context.ts';
import classes from './ticket.module.css';

/** The one step that matters from here: solve it, or take it up again. */
export function MainTransition({ ticket, session, traceLabel }: TicketContext) {
  const t = useTranslations('ticket');
  const allowed = TICKET_TRANSITIONS[ticket.status];
  const status = allowed.includes('solved') ? 'solved' : allowed.includes('open') ? 'open' : null;
  if (!status) return null;
  const Icon = status === 'solved' ? IconCheck : IconRotate;
  return (
    <ActionForm
      // Once solved it is another button: what the last one said is over.
      key={status}
      action={transitionTicket}
      tenant={session.tenant.id}
      hidden={{ id: ticket.id, version: String(ticket.version), status }}
      className={classes.mainTransition}
      traceLabel={traceLabel}
    >
      <SubmitButton
        variant={status === 'solved' ? 'filled' : 'default'}
        icon={<Icon size={15} stroke={1.75} aria-hidden />}
        {...(status === 'solved' && { shortcut: 's' })}
      >
        {status === 'solved' ? t('solve') : t('reopen')}
      </SubmitButton>
    </ActionForm>
  );
}
