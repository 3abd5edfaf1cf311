import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../../../../../components/empty-state.tsx';
import { LinkButton } from '../../../../../../components/link-button.tsx';
import { Time } from '../../../../../../components/marks/time.tsx';
import page from '../../../../../../components/page.module.css';
import { read, requirePermission } from '../../../../../../lib/session.ts';
import settings from '../../../settings.module.css';
import { replayDelivery } from '../../actions.ts';
import { Press } from '../../press.tsx';
import classes from '../../webhooks.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('oneDelivery') };
}

export default async function DeliveryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [session, delivery, t] = await Promise.all([requirePermission('webhook:manage'), read('/webhook-deliveries/{id}', { path: { id } }), getTranslations('webhooks')]);
  return (
    <>
      <div>
        <h1 className={settings.title}>{delivery.type}</h1>
        <p className={page.lead}>
          {t(`delivery.${delivery.state}`)} · <Time at={delivery.createdAt} isProse />
        </p>
      </div>
      <dl className={settings.facts}>
        <dt>{t('messageId')}</dt>
        <dd className={classes.address}>
          <code>{delivery.id}</code>
        </dd>
        {delivery.nextAt && (
          <>
            <dt>{t('nextAttempt')}</dt>
            <dd>
              <time dateTime={delivery.nextAt}>{delivery.nextAt}</time>
            </dd>
          </>
        )}
      </dl>
      <div className={classes.steps}>
        <Press action={replayDelivery} tenant={session.tenant.id} hidden={{ id }} done={t('replaying')}>
          {t('replay')}
        </Press>
        <LinkButton href={`/settings/webhooks/${delivery.endpointId}/deliveries`} variant="subtle">
          {t('back')}
        </LinkButton>
      </div>
      <section className={page.section}>
        <h2 className={page.heading}>{t('attempts')}</h2>
        {delivery.log.length === 0 && <EmptyState title={t('noAttempts')} text={t('noAttemptsText')} />}
        {delivery.log.map((attempt) => (
          <article key={attempt.number}>
            <strong>
              {attempt.number}. {attempt.status ?? (attempt.failure && t(`failure.${attempt.failure}`))}
            </strong>{' '}
            · <Time at={attempt.at} isProse /> · {t('milliseconds', { ms: attempt.milliseconds })}
            {attempt.detail && <p translate="no">{attempt.detail}</p>}
            {attempt.excerpt && (
              <pre className={classes.excerpt} tabIndex={0}>
                {attempt.excerpt}
              </pre>
            )}
          </article>
        ))}
      </section>
    </>
  );
}
