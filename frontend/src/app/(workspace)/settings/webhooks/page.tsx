import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../../components/data-table.tsx';
import table from '../../../../components/data-table.module.css';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { Link } from '../../../../components/link.tsx';
import page from '../../../../components/page.module.css';
import { read, requirePermission } from '../../../../lib/session.ts';
import settings from '../settings.module.css';
import classes from './webhooks.module.css';

const HERE = '/settings/webhooks';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('title') };
}

/** Where events are sent to, and from whom messages are taken; there are never more than a page of either. */
export default async function WebhooksPage() {
  const [, endpoints, connections, t] = await Promise.all([
    requirePermission('webhook:manage'),
    read('/webhook-endpoints', { query: { limit: 100 } }),
    read('/webhook-connections', { query: { limit: 100 } }),
    getTranslations('webhooks'),
  ]);
  const [first, firstConnection] = [
    { href: `${HERE}/new`, label: t('new') },
    { href: `${HERE}/connections/new`, label: t('connection.new') },
  ];
  return (
    <>
      <div>
        <header className={settings.head}>
          <h1 className={settings.title}>{t('title')}</h1>
          {endpoints.items.length > 0 && (
            <LinkButton href={first.href} variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
              {first.label}
            </LinkButton>
          )}
        </header>
        <p className={page.lead}>{t('lead')}</p>
      </div>
      {endpoints.items.length === 0 ? (
        <EmptyState title={t('empty')} text={t('emptyText')} action={first} />
      ) : (
        <DataTable
          label={t('title')}
          columns={[t('url'), t('description'), t('types'), t('state')]}
          rows={endpoints.items.map((endpoint) => ({
            id: endpoint.id,
            isQuiet: endpoint.state === 'disabled',
            cells: [
              <Link key="url" href={`${HERE}/${endpoint.id}`} className={`${table.main} ${classes.address}`} data-row>
                {endpoint.url}
              </Link>,
              endpoint.description,
              endpoint.types.length === 0 ? t('everyEvent') : t('someEvents', { count: endpoint.types.length }),
              endpoint.disabledReason ? t(`disabled.${endpoint.disabledReason}`) : t('active'),
            ],
          }))}
        />
      )}
      <section className={page.section}>
        <header className={settings.head}>
          <h2 className={page.heading}>{t('connection.title')}</h2>
          {connections.items.length > 0 && <LinkButton href={firstConnection.href}>{firstConnection.label}</LinkButton>}
        </header>
        <p className={page.lead}>{t('connection.lead')}</p>
        {connections.items.length === 0 ? (
          <EmptyState title={t('connection.empty')} text={t('connection.emptyText')} action={firstConnection} />
        ) : (
          <DataTable
            label={t('connection.title')}
            columns={[t('connection.name'), t('connection.owner'), t('state')]}
            rows={connections.items.map((connection) => ({
              id: connection.id,
              isQuiet: connection.state === 'disabled',
              cells: [
                <Link key="name" href={`${HERE}/connections/${connection.id}`} className={table.main} data-row>
                  {connection.name}
                </Link>,
                connection.owner.name,
                t(connection.state === 'active' ? 'active' : 'inactive'),
              ],
            }))}
          />
        )}
      </section>
    </>
  );
}
