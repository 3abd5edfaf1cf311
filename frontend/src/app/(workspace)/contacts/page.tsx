import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ListSearch } from '../../../components/contacts/list-search.tsx';
import { ContactTabs } from '../../../components/contacts/tabs.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { can, read, requirePermission } from '../../../lib/session.ts';
import { ContactTable } from './contact-table.tsx';
import { ContactsFile } from './import/contacts-file.tsx';
import { listOf, type ListParams } from './list-params.ts';

const SORTS = ['name', '-name', 'createdAt', '-createdAt', 'updatedAt', '-updatedAt'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('contacts') };
}

export default async function ContactsPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const list = listOf('/contacts', await searchParams, SORTS);
  const [session, contacts, nav, t] = await Promise.all([
    requirePermission('contact:read'),
    read('/contacts', { query: { ...list.query, limit: 50 } }),
    getTranslations('nav'),
    getTranslations('contacts'),
  ]);
  const mayCreate = can(session, 'contact:create');
  const isAsked = list.q !== '' || list.isArchived;
  return (
    <>
      <PageHeader title={nav('contacts')}>
        <ContactsFile session={session} matching={list.matching} />
        {mayCreate && (
          <LinkButton href="/contacts/new" variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
            {t('new')}
          </LinkButton>
        )}
      </PageHeader>
      <ContactTabs here="people" />
      <ListSearch action="/contacts" label={t('searchLabel')} q={list.q} isArchived={list.isArchived} />
      {contacts.items.length === 0 && isAsked && <EmptyState title={t('noMatch')} text={t('noMatchText')} action={{ href: '/contacts', label: t('showAll') }} />}
      {contacts.items.length === 0 && !isAsked && (
        <EmptyState title={t('empty')} text={t('emptyText')} {...(mayCreate && { action: { href: '/contacts/new', label: t('new') } })} />
      )}
      {contacts.items.length > 0 && <ContactTable contacts={contacts} list={list} />}
    </>
  );
}
