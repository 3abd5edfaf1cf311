import { CONTACT_LIMITS } from '@kontor/contracts/contacts';
import { getTranslations } from 'next-intl/server';
import { CompanyField } from '../../../components/contacts/company-field.tsx';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { TextAreaField, TextField } from '../../../components/form/fields.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { VersionField } from '../../../components/form/version-field.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import page from '../../../components/page.module.css';
import type { FormAction } from '../../../lib/action-result.ts';
import type { Contact } from '../../../lib/api-types.ts';
import { read } from '../../../lib/session.ts';

interface ContactFormProps {
  action: FormAction;
  tenant: string;
  /** The contact that is changed; none for a new one. */
  contact?: Contact;
  /** The company that a new contact is entered at. */
  company?: string;
}

/** A contact is entered and changed by one form; addresses stand line by line, the primary one first. */
export async function ContactForm({ action, tenant, contact, company = '' }: ContactFormProps) {
  const [companies, t, error] = await Promise.all([read('/companies', { query: { limit: 100 } }), getTranslations('contacts'), getTranslations('errors')]);
  const label = contact ? t('edit') : t('new');
  return (
    <ActionForm action={action} tenant={tenant} hidden={contact && { id: contact.id }} className={page.form} traceLabel={error('trace')} label={label}>
      {contact && <VersionField version={contact.version} />}
      <TextField name="name" label={t('name')} defaultValue={contact?.name} maxLength={CONTACT_LIMITS.name} required autoFocus={!contact} autoComplete="off" dir="auto" />
      <div className={page.pair}>
        <TextAreaField name="emails" label={t('emails')} description={t('emailsHint')} rows={3} defaultValue={contact?.emails.join('\n')} />
        <TextAreaField name="phones" label={t('phones')} description={t('phonesHint')} rows={3} defaultValue={contact?.phones.join('\n')} />
      </div>
      <div className={page.pair}>
        <CompanyField label={t('company')} description={t('companyHint')} defaultValue={contact?.company?.name ?? company} names={companies.items.map(({ name }) => name)} />
        <TextField name="externalId" label={t('externalId')} description={t('externalIdHint')} defaultValue={contact?.externalId ?? ''} maxLength={CONTACT_LIMITS.externalId} autoComplete="off" />
      </div>
      <div className={page.buttons}>
        <SubmitButton>{contact ? t('save') : t('create')}</SubmitButton>
        <LinkButton href={contact ? `/contacts/${contact.id}` : '/contacts'} variant="subtle">
          {t('cancel')}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
