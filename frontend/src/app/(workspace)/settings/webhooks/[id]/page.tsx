import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { VersionField } from '../../../../../components/form/version-field.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import page from '../../../../../components/page.module.css';
import { read, requirePermission } from '../../../../../lib/session.ts';
import settings from '../../settings.module.css';
import { disableEndpoint, enableEndpoint, rotateEndpoint, testEndpoint, updateEndpoint } from '../actions.ts';
import { EndpointFields } from '../endpoint-fields.tsx';
import { Press } from '../press.tsx';
import { SecretOnce } from '../secret-once.tsx';
import classes from '../webhooks.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('title') };
}

export default async function EndpointPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [session, endpoint, t, error] = await Promise.all([
    requirePermission('webhook:manage'),
    read('/webhook-endpoints/{id}', { path: { id } }),
    getTranslations('webhooks'),
    getTranslations('errors'),
  ]);
  const form = { tenant: session.tenant.id, hidden: { id }, traceLabel: error('trace') };
  const press = { tenant: session.tenant.id, hidden: { id } };
  const isActive = endpoint.state === 'active';
  return (
    <>
      <div>
        <h1 className={`${settings.title} ${classes.address}`}>{endpoint.url}</h1>
        <p className={page.lead}>
          {endpoint.disabledReason ? t(`disabled.${endpoint.disabledReason}`) : t('active')} · {t('seesAs', { name: endpoint.owner.name })}
        </p>
      </div>
      <div className={classes.steps}>
        <LinkButton href={`/settings/webhooks/${id}/deliveries`} variant="filled">
          {t('deliveries')}
        </LinkButton>
        {isActive && (
          <Press {...press} action={testEndpoint}>
            {t('test')}
          </Press>
        )}
        <Press {...press} action={isActive ? disableEndpoint : enableEndpoint}>
          {t(isActive ? 'disable' : 'enable')}
        </Press>
        <LinkButton href={`/settings/webhooks/${id}/delete`}>{t('delete')}</LinkButton>
      </div>
      <ActionForm {...form} action={updateEndpoint} className={page.fields} label={t('edit')} done={t('saved')}>
        <VersionField version={endpoint.version} />
        <EndpointFields endpoint={endpoint} />
        <div className={page.buttons}>
          <SubmitButton>{t('save')}</SubmitButton>
          <LinkButton href="/settings/webhooks" variant="subtle">
            {t('back')}
          </LinkButton>
        </div>
      </ActionForm>
      <section className={page.section}>
        <h2 className={page.heading}>{t('rotate')}</h2>
        <ActionForm {...form} action={rotateEndpoint} className={page.fields} label={t('rotate')}>
          <SecretOnce words={{ lead: t('rotatedOnce'), secret: t('secret'), next: t('continue') }} next="/settings/webhooks">
            <p className={page.lead}>{t('rotateHint')}</p>
            <div className={page.buttons}>
              <SubmitButton variant="default">{t('rotate')}</SubmitButton>
            </div>
          </SecretOnce>
        </ActionForm>
      </section>
    </>
  );
}
