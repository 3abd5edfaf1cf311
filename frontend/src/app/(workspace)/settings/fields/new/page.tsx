import { FIELD_KINDS, FIELD_LIMITS } from '@kontor/contracts/tickets';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SelectField, TextAreaField, TextField } from '../../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import page from '../../../../../components/page.module.css';
import { requirePermission } from '../../../../../lib/session.ts';
import settings from '../../settings.module.css';
import { createField } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fields'))('new') };
}

export default async function NewFieldPage() {
  const [session, t, error] = await Promise.all([requirePermission('field:create'), getTranslations('fields'), getTranslations('errors')]);
  return (
    <>
      <h1 className={settings.title}>{t('new')}</h1>
      <ActionForm action={createField} tenant={session.tenant.id} className={page.fields} traceLabel={error('trace')} label={t('new')}>
        <div className={page.pair}>
          <TextField name="label" label={t('label')} maxLength={FIELD_LIMITS.label} required autoFocus autoComplete="off" />
          <TextField name="key" label={t('key')} description={t('keyHint')} maxLength={FIELD_LIMITS.key} required autoComplete="off" />
        </div>
        <div className={page.pair}>
          <SelectField
            name="kind"
            label={t('kindLabel')}
            description={t('kindHint')}
            options={FIELD_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            defaultValue="text"
          />
          <SelectField
            name="requiredToSolve"
            label={t('requiredLabel')}
            options={[
              { value: 'false', label: t('requiredNo') },
              { value: 'true', label: t('requiredYes') },
            ]}
            defaultValue="false"
          />
        </div>
        <TextAreaField name="options" label={t('options')} description={t('optionsHint')} rows={4} />
        <div className={page.buttons}>
          <SubmitButton>{t('create')}</SubmitButton>
          <LinkButton href="/settings/fields" variant="subtle">
            {t('cancel')}
          </LinkButton>
        </div>
      </ActionForm>
    </>
  );
}
