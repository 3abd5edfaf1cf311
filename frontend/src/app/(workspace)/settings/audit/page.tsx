import { IconDownload } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DataTable } from '../../../../components/data-table.tsx';
import { EmptyState } from '../../../../components/empty-state.tsx';
import page from '../../../../components/page.module.css';
import theme from '../../../../components/theme.module.css';
import { dateFormat } from '../../../../lib/formats.ts';
import { read, requirePermission } from '../../../../lib/session.ts';
import settings from '../settings.module.css';
import { AuditActor, AuditDeed, AuditOrigin } from './audit-entry.tsx';
import { AuditFilter } from './audit-filter.tsx';
import { AUDIT_PATH, auditFilters, auditHref, auditRequest } from './audit-query.ts';
import classes from './audit.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

/** Who did what, when and from where; times are those of the reader's zone. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = await searchParams;
  const session = await requirePermission('audit:read');
  const filters = auditFilters(query);
  const cursor = [query.cursor].flat()[0];
  const { timeZone } = session.user;
  const [entries, members, t, locale] = await Promise.all([
    read('/audit-entries', { query: { ...auditRequest(filters, timeZone), limit: 50, cursor } }),
    read('/members', { query: { limit: 100, sort: 'name' } }),
    getTranslations('audit'),
    getLocale(),
  ]);
  const exact = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  return (
    <>
      <div>
        <header className={settings.head}>
          <h1 className={settings.title}>{t('title')}</h1>
          <a href={auditHref(filters, { path: `${AUDIT_PATH}/file` })} className={`${theme.button} ${classes.file}`} data-variant="default" download>
            <IconDownload size={15} stroke={1.75} aria-hidden />
            {t('file')}
          </a>
        </header>
        <p className={page.lead}>{t('lead')}</p>
      </div>
      <AuditFilter filters={filters} members={members.items} />
      {entries.items.length === 0 ? (
        <EmptyState title={t('empty')} text={t('emptyText')} action={{ href: AUDIT_PATH, label: t('clear') }} />
      ) : (
        <DataTable
          label={t('title')}
          columns={[t('when'), t('what'), t('who'), t('subject'), t('where')]}
          rows={entries.items.map((entry) => ({
            id: entry.id,
            cells: [
              <time key="when" dateTime={entry.at} className={classes.time}>
                {exact.format(new Date(entry.at))}
              </time>,
              <AuditDeed key="what" entry={entry} />,
              <AuditActor key="who" actor={entry.actor} />,
              entry.subject.name ?? '–',
              <AuditOrigin key="where" entry={entry} />,
            ],
          }))}
          firstPage={cursor ? { href: auditHref(filters), label: t('first') } : undefined}
          nextPage={entries.nextCursor ? { href: auditHref(filters, { cursor: entries.nextCursor }), label: t('next') } : undefined}
        />
      )}
    </>
  );
}
