import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { TextField } from '../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import page from '../../../../components/page.module.css';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { requirePermission } from '../../../../lib/session.ts';
import { createContact } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contacts'))('new') };
}

export default async function NewContactPage() {
  const [session, t, nav, error] = await Promise.all([
    requirePermission('contact:create'),
    getTranslations('contacts'),
    getTranslations('nav'),
    getTranslations('errors'),
  ]);
  return (
    <>
      <PageHeader title={t('new')} parent={{ href: '/contacts', label: nav('contacts') }} />
      <ActionForm action={createContact} tenant={session.tenant.id} className={page.form} traceLabel={error('trace')} label={t('new')}>
        <TextField name="name" label={t('name')} required autoFocus autoComplete="off" />
        <div className={page.pair}>
          <TextField name="email" type="email" label={t('email')} description={t('emailHint')} autoComplete="off" />
          <TextField name="phone" type="tel" label={t('phone')} autoComplete="off" />
        </div>
        <div className={page.buttons}>
          <SubmitButton>{t('create')}</SubmitButton>
          <LinkButton href="/contacts" variant="subtle">
            {t('cancel')}
          </LinkButton>
        </div>
      </ActionForm>
    </>
  );
}
