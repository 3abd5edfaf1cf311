import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import classes from '../../../../components/contacts/contacts.module.css';
import { ContactTabs } from '../../../../components/contacts/tabs.tsx';
import table from '../../../../components/data-table.module.css';
import { DataTable } from '../../../../components/data-table.tsx';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { Link } from '../../../../components/link.tsx';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import type { Duplicate } from '../../../../lib/api-types.ts';
import { can, read, requirePermission } from '../../../../lib/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contacts.tabs'))('duplicates') };
}

export default async function DuplicatesPage() {
  const [session, duplicates, nav, t] = await Promise.all([
    requirePermission('contact:read'),
    read('/contacts/duplicates'),
    getTranslations('nav'),
    getTranslations('contacts'),
  ]);
  const mayMerge = can(session, 'contact:merge');
  return (
    <>
      <PageHeader title={t('tabs.duplicates')} parent={{ href: '/contacts', label: nav('contacts') }} />
      <ContactTabs here="duplicates" />
      {duplicates.items.length === 0 ? (
        <EmptyState title={t('noDuplicates')} text={t('noDuplicatesText')} />
      ) : (
        <DataTable
          label={t('tabs.duplicates')}
          columns={[t('contact'), t('maybe'), t('because'), t('next')]}
          rows={duplicates.items.map(({ contact, other, reason }) => ({
            id: `${contact.id} ${other.id}`,
            cells: [
              <Side key="contact" side={contact} />,
              <Side key="other" side={other} />,
              t(`reason.${reason}`),
              mayMerge && (
                <LinkButton key="merge" href={`/contacts/${contact.id}/merge?with=${other.id}`}>
                  {t('compare')}
                </LinkButton>
              ),
            ],
          }))}
        />
      )}
    </>
  );
}

function Side({ side: { id, name, email, phone, company } }: { side: Duplicate['contact'] }) {
  return (
    <span>
      <Link href={`/contacts/${id}`} className={classes.link}>
        {name}
      </Link>
      <span className={table.second}>{[email, phone, company].filter(Boolean).join(' · ')}</span>
    </span>
  );
}
