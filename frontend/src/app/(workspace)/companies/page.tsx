import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ListSearch } from '../../../components/contacts/list-search.tsx';
import { ContactTabs } from '../../../components/contacts/tabs.tsx';
import table from '../../../components/data-table.module.css';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { Link } from '../../../components/link.tsx';
import { Time } from '../../../components/marks/time.tsx';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { can, read, requirePermission } from '../../../lib/session.ts';
import { listOf, sortedBy, type ListParams } from '../contacts/list-params.ts';

const SORTS = ['name', '-name', 'createdAt', '-createdAt'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('companies'))('title') };
}

export default async function CompaniesPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const list = listOf('/companies', await searchParams, SORTS);
  const [session, companies, t] = await Promise.all([
    requirePermission('contact:read'),
    read('/companies', { query: { ...list.query, limit: 50 } }),
    getTranslations('companies'),
  ]);
  const mayCreate = can(session, 'contact:create');
  const isAsked = list.q !== '' || list.isArchived;
  return (
    <>
      <PageHeader title={t('title')}>
        {mayCreate && (
          <LinkButton href="/companies/new" variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
            {t('new')}
          </LinkButton>
        )}
      </PageHeader>
      <ContactTabs here="companies" />
      <ListSearch action="/companies" label={t('searchLabel')} q={list.q} isArchived={list.isArchived} />
      {companies.items.length === 0 && isAsked && <EmptyState title={t('noMatch')} text={t('noMatchText')} action={{ href: '/companies', label: t('showAll') }} />}
      {companies.items.length === 0 && !isAsked && (
        <EmptyState title={t('empty')} text={t('emptyText')} {...(mayCreate && { action: { href: '/companies/new', label: t('new') } })} />
      )}
      {companies.items.length > 0 && (
        <DataTable
          label={t('title')}
          columns={[sortedBy(list, t('name'), 'name', '-name'), t('domain'), t('contacts'), sortedBy(list, t('created'), '-createdAt', 'createdAt')]}
          rows={companies.items.map(({ id, name, domain, contacts, createdAt, archivedAt }) => ({
            id,
            isQuiet: archivedAt !== null,
            cells: [
              <Link key="name" href={`/companies/${id}`} className={table.main} data-row>
                {name}
              </Link>,
              domain,
              contacts,
              <Time key="created" at={createdAt} />,
            ],
          }))}
          firstPage={list.cursor ? { href: list.href({}), label: t('firstPage') } : undefined}
          nextPage={companies.nextCursor ? { href: list.href({ cursor: companies.nextCursor }), label: t('nextPage') } : undefined}
        />
      )}
    </>
  );
}
