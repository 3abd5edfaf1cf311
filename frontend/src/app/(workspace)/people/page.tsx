import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../components/data-table.tsx';
import { Time } from '../../../components/marks/time.tsx';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { read, requirePermission } from '../../../lib/session.ts';
import { MemberAccess } from './member-access.tsx';
import { MemberName } from './member-name.tsx';
import { MemberStep } from './member-step.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('people') };
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const [session, members, nav, t] = await Promise.all([
    requirePermission('member:read'),
    read('/members', { query: { sort: 'name', limit: 100, cursor } }),
    getTranslations('nav'),
    getTranslations('people'),
  ]);
  return (
    <>
      <PageHeader title={nav('people')} />
      <DataTable
        label={nav('people')}
        columns={[t('name'), t('access'), t('joined'), t('statusLabel')]}
        rows={members.items.map((member) => ({
          id: member.id,
          isQuiet: member.status === 'deactivated',
          cells: [
            <MemberName key="name" member={member} isSelf={member.id === session.user.id} />,
            <MemberAccess key="access" member={member} session={session} />,
            <Time key="joined" at={member.joinedAt} />,
            <MemberStep key="step" member={member} session={session} />,
          ],
        }))}
        firstPage={cursor ? { href: '/people', label: t('firstPage') } : undefined}
        nextPage={members.nextCursor ? { href: `/people?cursor=${encodeURIComponent(members.nextCursor)}`, label: t('nextPage') } : undefined}
      />
    </>
  );
}
