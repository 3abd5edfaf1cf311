import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../../components/data-table.tsx';
import table from '../../../../components/data-table.module.css';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import page from '../../../../components/page.module.css';
import { read, requirePermission } from '../../../../lib/session.ts';
import settings from '../settings.module.css';
import classes from './api-keys.module.css';

const HERE = '/settings/api-keys';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys'))('title') };
}

/** One's own keys; for who keeps keys, those of everybody. */
export default async function ApiKeysPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const [, keys, t] = await Promise.all([requirePermission('tenant:read'), read('/api-keys', { query: { limit: 50, cursor } }), getTranslations('apiKeys')]);
  const isEmpty = keys.items.length === 0;
  return (
    <>
      <div>
        <header className={settings.head}>
          <h1 className={settings.title}>{t('title')}</h1>
          {!isEmpty && (
            <LinkButton href={`${HERE}/new`} variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
              {t('new')}
            </LinkButton>
          )}
        </header>
        <p className={page.lead}>{t('lead')}</p>
      </div>
      {isEmpty ? (
        <EmptyState title={t('empty')} text={t('emptyText')} action={{ href: `${HERE}/new`, label: t('new') }} />
      ) : (
        <DataTable
          label={t('title')}
          columns={[t('name'), t('scopes'), t('owner'), t('lastUsed'), t('ends'), t('stateLabel')]}
          rows={keys.items.map((key) => ({
            id: key.id,
            isQuiet: key.state !== 'active',
            cells: [
              <div key="name">
                <span className={table.main}>{key.name}</span>
                <code className={classes.prefix}>{key.prefix}</code>
              </div>,
              <div key="scopes" className={classes.scopes}>
                {key.scopes.map((scope) => (
                  <code key={scope}>{scope}</code>
                ))}
              </div>,
              key.owner.name,
              key.lastUsedAt ? <Time key="used" at={key.lastUsedAt} /> : t('never'),
              key.expiresAt ? <Time key="ends" at={key.expiresAt} /> : t('noEnd'),
              <div key="state" className={classes.state}>
                <span>{t(`state.${key.state}`)}</span>
                {key.state === 'active' && (
                  <LinkButton href={`${HERE}/${key.id}/revoke`} variant="subtle">
                    {t('revoke')}
                  </LinkButton>
                )}
              </div>,
            ],
          }))}
          firstPage={cursor ? { href: HERE, label: t('firstPage') } : undefined}
          nextPage={keys.nextCursor ? { href: `${HERE}?cursor=${encodeURIComponent(keys.nextCursor)}`, label: t('nextPage') } : undefined}
        />
      )}
    </>
  );
}
