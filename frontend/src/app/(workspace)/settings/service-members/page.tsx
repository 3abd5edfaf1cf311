import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../../components/data-table.tsx';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import page from '../../../../components/page.module.css';
import { read, requirePermission } from '../../../../lib/session.ts';
import { MemberAccess } from '../../people/member-access.tsx';
import { MemberName } from '../../people/member-name.tsx';
import { MemberStep } from '../../people/member-step.tsx';
import settings from '../settings.module.css';

const HERE = '/settings/service-members';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('serviceMembers'))('title') };
}

/** The members that stand for programs. They are changed and deactivated as people are. */
export default async function ServiceMembersPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const [session, services, t, people] = await Promise.all([
    requirePermission('service-member:create'),
    read('/members', { query: { kind: 'service', limit: 50, cursor } }),
    getTranslations('serviceMembers'),
    getTranslations('people'),
  ]);
  const isEmpty = services.items.length === 0;
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
          columns={[people('name'), people('access'), people('since'), people('statusLabel')]}
          rows={services.items.map((member) => ({
            id: member.id,
            isQuiet: member.status === 'deactivated',
            cells: [
              <MemberName key="name" member={member} isSelf={false} />,
              <MemberAccess key="access" member={member} session={session} />,
              <Time key="since" at={member.joinedAt} />,
              <MemberStep key="step" member={member} session={session} />,
            ],
          }))}
          firstPage={cursor ? { href: HERE, label: people('firstPage') } : undefined}
          nextPage={services.nextCursor ? { href: `${HERE}?cursor=${encodeURIComponent(services.nextCursor)}`, label: people('nextPage') } : undefined}
        />
      )}
    </>
  );
}
