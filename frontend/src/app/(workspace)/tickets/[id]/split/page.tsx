import { TICKET_LIMITS } from '@kontor/contracts/tickets';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { TextField } from '../../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { read, requirePermission } from '../../../../../lib/session.ts';
import { splitTicket } from '../relations/actions.ts';
import classes from '../relations/relations.module.css';
import { ChooseMessages } from './choose-messages.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('relations'))('split') };
}

/** The newest messages to choose from, and the subject of the ticket that they become. */
export default async function SplitPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [session, ticket, timeline, t, nav, error] = await Promise.all([
    requirePermission('ticket:split'),
    read('/tickets/{id}', { path: { id } }),
    read('/tickets/{id}/timeline', { path: { id }, query: { limit: 100 } }),
    getTranslations('relations'),
    getTranslations('nav'),
    getTranslations('errors'),
  ]);
  const messages = timeline.items.filter(({ type }) => type === 'message').toReversed();
  return (
    <>
      <PageHeader title={ticket.number} parent={{ href: '/tickets', label: nav('tickets') }} isHeading={false} />
      <section className={classes.question}>
        <h1>{t('splitTitle', { number: ticket.number })}</h1>
        <p>{t('splitLead')}</p>
        <ActionForm
          action={splitTicket}
          tenant={session.tenant.id}
          hidden={{ id, version: String(ticket.version) }}
          traceLabel={error('trace')}
          label={t('split')}
          className={classes.form}
        >
          <ChooseMessages messages={messages} />
          <TextField name="subject" label={t('newSubject')} maxLength={TICKET_LIMITS.subject} required autoComplete="off" />
          <div className={classes.buttons}>
            <SubmitButton>{t('split')}</SubmitButton>
            <LinkButton href={`/tickets/${id}`} variant="subtle">
              {t('cancel')}
            </LinkButton>
          </div>
        </ActionForm>
      </section>
    </>
  );
}
