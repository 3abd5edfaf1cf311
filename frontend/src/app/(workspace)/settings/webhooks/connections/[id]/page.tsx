import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../../../../components/data-table.tsx';
import { EmptyState } from '../../../../../../components/empty-state.tsx';
import { ActionForm } from '../../../../../../components/form/action-form.tsx';
import { TextField } from '../../../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../../components/link-button.tsx';
import { Link } from '../../../../../../components/link.tsx';
import { Time } from '../../../../../../components/marks/time.tsx';
import page from '../../../../../../components/page.module.css';
import { read, requirePermission } from '../../../../../../lib/session.ts';
import settings from '../../../settings.module.css';
import { disableConnection, enableConnection, rotateConnection } from '../../actions.ts';
import { Press } from '../../press.tsx';
import { SecretOnce } from '../../secret-once.tsx';
import classes from '../../webhooks.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('connection.title') };
}

export default async function ConnectionPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ cursor?: string }> }) {
  const [{ id }, { cursor }] = await Promise.all([params, searchParams]);
  const [session, connection, receipts, t, error] = await Promise.all([
    requirePermission('webhook:manage'),
    read('/webhook-connections/{id}', { path: { id } }),
    read('/webhook-connections/{id}/receipts', { path: { id }, query: { limit: 50, cursor } }),
    getTranslations('webhooks'),
    getTranslations('errors'),
  ]);
  const here = `/settings/webhooks/connections/${id}`;
  const isActive = connection.state === 'active';
  return (
    <>
      <div>
        <h1 className={settings.title}>{connection.name}</h1>
        <p className={page.lead}>
          {t(isActive ? 'active' : 'inactive')} · {t('connection.actsAs', { name: connection.owner.name })}
        </p>
      </div>
      <dl className={settings.facts}>
        <dt>{t('connection.path')}</dt>
        <dd className={classes.address}>
          <code>{connection.path}</code>
        </dd>
      </dl>
      <div className={classes.steps}>
        <Press action={isActive ? disableConnection : enableConnection} tenant={session.tenant.id} hidden={{ id }}>
          {t(isActive ? 'disable' : 'enable')}
        </Press>
        <LinkButton href={`${here}/delete`}>{t('delete')}</LinkButton>
        <LinkButton href="/settings/webhooks" variant="subtle">
          {t('back')}
        </LinkButton>
      </div>
      <section className={page.section}>
        <h2 className={page.heading}>{t('connection.received')}</h2>
        {receipts.items.length === 0 ? (
          <EmptyState title={t('connection.nothing')} text={t('connection.nothingText')} />
        ) : (
          <DataTable
            label={t('connection.received')}
            columns={['webhook-id', t('state'), t('connection.ticket'), t('at')]}
            rows={receipts.items.map((receipt) => ({
              id: receipt.id,
              cells: [
                <code key="id" className={classes.address}>
                  {receipt.messageId}
                </code>,
                receipt.problem ?? t(`receipt.${receipt.state}`),
                receipt.ticket ? (
                  <Link key="ticket" href={`/tickets/${receipt.ticket.id}`}>
                    #{receipt.ticket.number}
                  </Link>
                ) : (
                  '–'
                ),
                <Time key="at" at={receipt.receivedAt} />,
              ],
            }))}
            firstPage={cursor ? { href: here, label: t('first') } : undefined}
            nextPage={receipts.nextCursor ? { href: `${here}?cursor=${encodeURIComponent(receipts.nextCursor)}`, label: t('next') } : undefined}
          />
        )}
      </section>
      <section className={page.section}>
        <h2 className={page.heading}>{t('rotate')}</h2>
        <ActionForm action={rotateConnection} tenant={session.tenant.id} hidden={{ id }} className={page.fields} traceLabel={error('trace')} label={t('rotate')}>
          <SecretOnce words={{ lead: t('connection.secretOnce'), secret: t('secret'), next: t('continue') }} next="/settings/webhooks/connections">
            <TextField name="secret" label={t('connection.ownSecret')} description={t('connection.ownSecretHint')} autoComplete="off" spellCheck={false} />
            <div className={page.buttons}>
              <SubmitButton variant="default">{t('rotate')}</SubmitButton>
            </div>
          </SecretOnce>
        </ActionForm>
      </section>
    </>
  );
}
