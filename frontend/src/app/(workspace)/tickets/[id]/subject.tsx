import { IconPencil } from '@tabler/icons-react';
import { TICKET_LIMITS } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import { TextField } from '../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { Link } from '../../../../components/link.tsx';
import type { TicketContext } from './context.ts';
import { SubjectForm } from './subject-form.tsx';
import classes from './ticket.module.css';

interface SubjectProps extends TicketContext {
  isEdited: boolean;
  mayEdit: boolean;
}

/** The ticket's heading, or the form that changes it: `?edit=subject`. */
export function Subject({ ticket, session, traceLabel, isEdited, mayEdit }: SubjectProps) {
  const t = useTranslations('ticket');
  const here = `/tickets/${ticket.id}`;
  if (isEdited && mayEdit) {
    return (
      <>
        <h1 className="visually-hidden">{ticket.subject}</h1>
        <SubjectForm ticketId={ticket.id} version={ticket.version} tenant={session.tenant.id} traceLabel={traceLabel} done={t('saved')}>
          <TextField name="subject" label={t('subject')} defaultValue={ticket.subject} maxLength={TICKET_LIMITS.subject} autoFocus required autoComplete="off" />
          <div className={classes.buttons}>
            <SubmitButton variant="default">{t('save')}</SubmitButton>
            <LinkButton href={here} variant="subtle">
              {t('cancel')}
            </LinkButton>
          </div>
        </SubjectForm>
      </>
    );
  }
  return (
    <div className={classes.subject}>
      <h1>{ticket.subject}</h1>
      {mayEdit && (
        <Link href={`${here}?edit=subject`} className={classes.edit} aria-label={t('editSubject')} title={t('editSubject')} data-key="e">
          <IconPencil size={16} stroke={1.6} aria-hidden />
        </Link>
      )}
    </div>
  );
}
