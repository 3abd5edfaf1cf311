import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import page from '../../../../../components/page.module.css';
import { requirePermission } from '../../../../../lib/session.ts';
import settings from '../../settings.module.css';
import { createEndpoint } from '../actions.ts';
import { EndpointFields } from '../endpoint-fields.tsx';
import { SecretOnce } from '../secret-once.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('new') };
}

export default async function NewEndpointPage() {
  const [session, t, error] = await Promise.all([requirePermission('webhook:manage'), getTranslations('webhooks'), getTranslations('errors')]);
  return (
    <>
      <h1 className={settings.title}>{t('new')}</h1>
      <ActionForm action={createEndpoint} tenant={session.tenant.id} className={page.fields} traceLabel={error('trace')} label={t('new')}>
        <SecretOnce words={{ lead: t('secretOnce'), secret: t('secret'), next: t('continue') }} next="/settings/webhooks">
          <EndpointFields />
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
