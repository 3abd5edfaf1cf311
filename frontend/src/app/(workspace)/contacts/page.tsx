import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { Avatar } from '../../../components/marks/avatar.tsx';
import { Time } from '../../../components/marks/time.tsx';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import table from '../../../components/data-table.module.css';
import { can, read, requirePermission } from '../../../lib/session.ts';
import { ContactsFile } from './import/contacts-file.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('contacts') };
}

export default async function ContactsPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const [session, contacts, nav, t] = await Promise.all([
    requirePermission('contact:read'),
    read('/contacts', { query: { sort: 'name', limit: 50, cursor } }),
    getTranslations('nav'),
    getTranslations('contacts'),
  ]);
  const mayCreate = can(session, 'contact:create');
  return (
    <>
      <PageHeader title={nav('contacts')}>
        <ContactsFile session={session} matching="" />
        {mayCreate && (
          <LinkButton href="/contacts/new" variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
            {t('new')}
          </LinkButton>
        )}
      </PageHeader>
      {contacts.items.length === 0 && (
        <EmptyState title={t('empty')} text={t('emptyText')} {...(mayCreate && { action: { href: '/contacts/new', label: t('new') } })} />
      )}
      {contacts.items.length > 0 && (
        <DataTable
          label={nav('contacts')}
          columns={[t('name'), t('email'), t('phone'), t('created')]}
          rows={contacts.items.map((contact) => ({
            id: contact.id,
            cells: [
              <Link key="name" href={`/contacts/${contact.id}`} className={table.main} data-row prefetch={false}>
                <Avatar name={contact.name} />
                {contact.name}
              </Link>,
              contact.email,
              contact.phone,
              <Time key="created" at={contact.createdAt} />,
            ],
          }))}
          firstPage={cursor ? { href: '/contacts', label: t('firstPage') } : undefined}
          nextPage={
            contacts.nextCursor
              ? { href: `/contacts?cursor=${encodeURIComponent(contacts.nextCursor)}`, label: t('nextPage') }
              : undefined
          }
        />
      )}
    </>
  );
}
