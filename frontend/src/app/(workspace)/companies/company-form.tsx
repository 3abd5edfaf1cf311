import { COMPANY_LIMITS } from '@kontor/contracts/contacts';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { TextAreaField, TextField } from '../../../components/form/fields.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { VersionField } from '../../../components/form/version-field.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import page from '../../../components/page.module.css';
import type { FormAction } from '../../../lib/action-result.ts';
import type { Company } from '../../../lib/api-types.ts';

interface CompanyFormProps {
  action: FormAction;
  tenant: string;
  /** The company that is changed; none for a new one. */
  company?: Company;
}

export async function CompanyForm({ action, tenant, company }: CompanyFormProps) {
  const [t, error] = await Promise.all([getTranslations('companies'), getTranslations('errors')]);
  return (
    <ActionForm action={action} tenant={tenant} hidden={company && { id: company.id }} className={page.form} traceLabel={error('trace')} label={company ? t('edit') : t('new')}>
      {company && <VersionField version={company.version} />}
      <TextField name="name" label={t('name')} defaultValue={company?.name} maxLength={COMPANY_LIMITS.name} required autoFocus={!company} autoComplete="off" dir="auto" />
      <TextField name="domain" label={t('domain')} description={t('domainHint')} defaultValue={company?.domain ?? ''} maxLength={COMPANY_LIMITS.domain} autoComplete="off" inputMode="url" />
      <TextAreaField name="note" label={t('note')} description={t('noteHint')} rows={5} defaultValue={company?.note ?? ''} maxLength={COMPANY_LIMITS.note} />
      <div className={page.buttons}>
        <SubmitButton>{company ? t('save') : t('create')}</SubmitButton>
        <LinkButton href={company ? `/companies/${company.id}` : '/companies'} variant="subtle">
          {t('cancel')}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
