import { FIELD_LIMITS, OPTION_KINDS } from '@kontor/contracts/tickets';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SelectField, TextAreaField, TextField } from '../../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { VersionField } from '../../../../../components/form/version-field.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import page from '../../../../../components/page.module.css';
import { read, requirePermission } from '../../../../../lib/session.ts';
import settings from '../../settings.module.css';
import { archiveField, updateField } from '../actions.ts';
import classes from '../fields.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fields'))('title') };
}

export default async function FieldPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [session, field, t, error] = await Promise.all([
    requirePermission('field:update'),
    read('/fields/{id}', { path: { id } }),
    getTranslations('fields'),
    getTranslations('errors'),
  ]);
  const isChosen = (OPTION_KINDS as readonly string[]).includes(field.kind);
  const shared = { tenant: session.tenant.id, traceLabel: error('trace') };
  return (
    <>
      <h1 className={settings.title}>{field.label}</h1>
      <p className={page.lead}>
        <code>{field.key}</code> · {t(`kind.${field.kind}`)}
      </p>
      <ActionForm {...shared} action={updateField} hidden={{ id }} className={page.fields} label={field.label} done={t('saved')}>
        <VersionField version={field.version} />
        <div className={page.pair}>
          <TextField key={field.label} name="label" label={t('label')} defaultValue={field.label} maxLength={FIELD_LIMITS.label} required autoComplete="off" />
          <TextField key={field.position} name="position" label={t('position')} defaultValue={String(field.position)} inputMode="numeric" required autoComplete="off" />
        </div>
        <SelectField
          name="requiredToSolve"
          label={t('requiredLabel')}
          options={[
            { value: 'false', label: t('requiredNo') },
            { value: 'true', label: t('requiredYes') },
          ]}
          defaultValue={String(field.requiredToSolve)}
        />
        {isChosen && <TextAreaField name="options" label={t('options')} description={t('optionsHint')} rows={6} defaultValue={field.options.join('\n')} />}
        <div className={page.buttons}>
          <SubmitButton>{t('save')}</SubmitButton>
          <LinkButton href="/settings/fields" variant="subtle">
            {t('back')}
          </LinkButton>
        </div>
      </ActionForm>
      <ActionForm {...shared} action={archiveField} hidden={{ id, archived: String(field.archivedAt === null) }} className={classes.archive} label={t(field.archivedAt ? 'restore' : 'archive')}>
        <p className={page.lead}>{t('archiveHint')}</p>
        <SubmitButton variant="default">{t(field.archivedAt ? 'restore' : 'archive')}</SubmitButton>
      </ActionForm>
    </>
  );
}
