import { EVENT_TYPES } from '@kontor/contracts/events';
import { DELIVERY_STATES, WEBHOOK_TEST, type DeliveryState } from '@kontor/contracts/webhooks';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../../../../components/data-table.tsx';
import table from '../../../../../../components/data-table.module.css';
import { EmptyState } from '../../../../../../components/empty-state.tsx';
import { ActionForm } from '../../../../../../components/form/action-form.tsx';
import { SelectField } from '../../../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../../components/link-button.tsx';
import { Link } from '../../../../../../components/link.tsx';
import { Time } from '../../../../../../components/marks/time.tsx';
import page from '../../../../../../components/page.module.css';
import theme from '../../../../../../components/theme.module.css';
import { read, requirePermission } from '../../../../../../lib/session.ts';
import settings from '../../../settings.module.css';
import { replayFailed } from '../../actions.ts';
import classes from '../../webhooks.module.css';

const TYPES = [...EVENT_TYPES, WEBHOOK_TEST] as const;
/** Days back of which what has failed is sent again. */
const DAYS = ['1', '3', '7'];

interface Asked {
  state?: string;
  type?: string;
  cursor?: string;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('deliveries') };
}

export default async function DeliveriesPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Asked> }) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const state = DELIVERY_STATES.find((value) => value === asked.state);
  const type = TYPES.find((value) => value === asked.type);
  const query = { limit: 50, cursor: asked.cursor, ...(state && { state: [state] }), ...(type && { type: [type] }) };
  const [session, endpoint, deliveries, t, error] = await Promise.all([
    requirePermission('webhook:manage'),
    read('/webhook-endpoints/{id}', { path: { id } }),
    read('/webhook-endpoints/{id}/deliveries', { path: { id }, query }),
    getTranslations('webhooks'),
    getTranslations('errors'),
  ]);
  const here = `/settings/webhooks/${id}/deliveries`;
  const filters = new URLSearchParams({ ...(state && { state }), ...(type && { type }) });
  const at = (cursor?: string) => `${here}?${new URLSearchParams([...filters, ...(cursor ? [['cursor', cursor]] : [])])}`;
  const stateOptions: [DeliveryState | '', string][] = [['', t('anyState')], ...DELIVERY_STATES.map((value): [DeliveryState, string] => [value, t(`delivery.${value}`)])];
  return (
    <>
      <div>
        <header className={settings.head}>
          <h1 className={settings.title}>{t('deliveries')}</h1>
          <LinkButton href={`/settings/webhooks/${id}`} variant="subtle">
            {t('back')}
          </LinkButton>
        </header>
        <p className={`${page.lead} ${classes.address}`}>{endpoint.url}</p>
      </div>
      <form action={here} method="get" className={classes.steps} aria-label={t('filter')}>
        <SelectField name="state" label={t('state')} options={stateOptions.map(([value, label]) => ({ value, label }))} defaultValue={state ?? ''} />
        <SelectField name="type" label={t('type')} options={[{ value: '', label: t('everyEvent') }, ...TYPES.map((value) => ({ value, label: value }))]} defaultValue={type ?? ''} />
        <button type="submit" className={theme.button} data-variant="default">
          {t('filter')}
        </button>
      </form>
      {deliveries.items.length === 0 ? (
        <EmptyState title={t('noDeliveries')} text={t('noDeliveriesText')} />
      ) : (
        <DataTable
          label={t('deliveries')}
          columns={[t('type'), t('state'), t('attempts'), t('answer'), t('at')]}
          rows={deliveries.items.map((delivery) => ({
            id: delivery.id,
            cells: [
              <Link key="type" href={`/settings/webhooks/deliveries/${delivery.id}`} className={table.main} data-row>
                {delivery.type}
              </Link>,
              t(`delivery.${delivery.state}`),
              delivery.attempts,
              delivery.status ?? (delivery.failure ? t(`failure.${delivery.failure}`) : '–'),
              <Time key="at" at={delivery.createdAt} />,
            ],
          }))}
          firstPage={asked.cursor ? { href: at(), label: t('first') } : undefined}
          nextPage={deliveries.nextCursor ? { href: at(deliveries.nextCursor), label: t('next') } : undefined}
        />
      )}
      {endpoint.state === 'active' && (
        <ActionForm action={replayFailed} tenant={session.tenant.id} hidden={{ id }} className={classes.steps} traceLabel={error('trace')} label={t('replayFailed')} done={t('replaying')}>
          <SelectField name="days" label={t('replayFailed')} options={DAYS.map((days) => ({ value: days, label: t('days', { count: Number(days) }) }))} defaultValue="1" />
          <SubmitButton variant="default">{t('replay')}</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
