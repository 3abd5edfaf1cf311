import { INCOMING_LIMITS } from '@kontor/contracts/webhooks';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../../components/form/action-form.tsx';
import { TextField } from '../../../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../../components/link-button.tsx';
import page from '../../../../../../components/page.module.css';
import { requirePermission } from '../../../../../../lib/session.ts';
import settings from '../../../settings.module.css';
import { createConnection } from '../../actions.ts';
import { SecretOnce } from '../../secret-once.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('connection.new') };
}

export default async function NewConnectionPage() {
  const [session, t, error] = await Promise.all([requirePermission('webhook:manage'), getTranslations('webhooks'), getTranslations('errors')]);
  return (
    <>
      <div>
        <h1 className={settings.title}>{t('connection.new')}</h1>
        <p className={page.lead}>{t('connection.newLead')}</p>
      </div>
      <ActionForm action={createConnection} tenant={session.tenant.id} className={page.fields} traceLabel={error('trace')} label={t('connection.new')}>
        <SecretOnce words={{ lead: t('connection.secretOnce'), secret: t('secret'), next: t('continue') }} next="/settings/webhooks/connections">
          <TextField name="name" label={t('connection.name')} maxLength={INCOMING_LIMITS.name} required autoComplete="off" />
          <TextField name="secret" label={t('connection.ownSecret')} description={t('connection.ownSecretHint')} autoComplete="off" spellCheck={false} />
          <div className={page.buttons}>
            <SubmitButton>{t('create')}</SubmitButton>
            <LinkButton href="/settings/webhooks" variant="subtle">
              {t('cancel')}
            </LinkButton>
          </div>
        </SecretOnce>
      </ActionForm>
    </>
  );
}
