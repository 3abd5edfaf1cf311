import { TICKET_LIMITS, TICKET_PRIORITIES } from '@kontor/contracts/tickets';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ContactPicker } from '../../../../components/contacts/contact-picker.tsx';
import { AttachmentField } from '../../../../components/files/attachment-field.tsx';
import { readFileRules } from '../../../../components/files/file-rules.ts';
import { FieldInput } from '../../../../components/custom-field/field-input.tsx';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SelectField, TextAreaField, TextField } from '../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import page from '../../../../components/page.module.css';
import { read, requirePermission } from '../../../../lib/session.ts';
import { createTicket } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tickets'))('new') };
}

export default async function NewTicketPage() {
  const [session, files, fields, teams, t, nav, priority, people, picker, error] = await Promise.all([
    requirePermission('ticket:create'),
    readFileRules(),
    read('/fields'),
    read('/teams', { query: { limit: 100 } }),
    getTranslations('newTicket'),
    getTranslations('nav'),
    getTranslations('ticket.priority'),
    getTranslations('people'),
    getTranslations('contactPicker'),
    getTranslations('errors'),
  ]);
  const priorities = TICKET_PRIORITIES.map((value) => ({ value, label: priority(value) }));
  return (
    <>
      <PageHeader title={t('title')} parent={{ href: '/tickets', label: nav('tickets') }} />
      <ActionForm
        action={createTicket}
        tenant={session.tenant.id}
        className={page.form}
        traceLabel={error('trace')}
        label={t('title')}
        plainAddress="/tickets/new?files"
      >
        <TextField name="subject" label={t('subject')} maxLength={TICKET_LIMITS.subject} required autoFocus autoComplete="off" />
        <TextAreaField name="body" label={t('body')} description={t('bodyHint')} rows={7} maxLength={TICKET_LIMITS.body} />
        <AttachmentField tenant={session.tenant.id} {...files} />
        <ContactPicker name="requester" label={picker('label')} description={picker('hint')} chooseLabel={picker('choose')} />
        <div className={page.pair}>
          <SelectField name="priority" label={t('priority')} options={priorities} defaultValue="normal" />
          <TextField name="tags" label={t('tags')} description={t('tagsHint')} autoComplete="off" />
        </div>
        {teams.items.length > 0 && (
          <div className={page.pair}>
            <SelectField name="teamId" label={people('team')} options={[{ value: '', label: people('noTeam') }, ...teams.items.map(({ id, name }) => ({ value: id, label: name }))]} />
          </div>
        )}
        {fields.items
          .filter(({ archivedAt }) => archivedAt === null)
          .map((field) => (
            <FieldInput key={field.id} field={field} />
          ))}
        <div className={page.buttons}>
          <SubmitButton shortcutLabel="Ctrl ↵">{t('create')}</SubmitButton>
          <LinkButton href="/tickets" variant="subtle">
            {t('cancel')}
          </LinkButton>
        </div>
      </ActionForm>
    </>
  );
}
