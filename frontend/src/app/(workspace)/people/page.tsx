import { IconUserPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { Time } from '../../../components/marks/time.tsx';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { can, read, requirePermission } from '../../../lib/session.ts';
import { MemberAccess } from './member-access.tsx';
import { MemberFilter } from './member-filter.tsx';
import { MemberName } from './member-name.tsx';
import { memberFilters, memberHref } from './member-query.ts';
import { MemberStep } from './member-step.tsx';
import { Sections } from './sections.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('people') };
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = await searchParams;
  const filters = memberFilters(query);
  const cursor = [query.cursor].flat()[0];
  const [session, members, teams, nav, t] = await Promise.all([
    requirePermission('member:read'),
    read('/members', { query: { ...filters, limit: 50, cursor } }),
    read('/teams', { query: { limit: 100 } }),
    getTranslations('nav'),
    getTranslations('people'),
  ]);
  const teamNames = new Map(teams.items.map(({ id, name }) => [id, name]));
  return (
    <>
      <PageHeader title={nav('people')}>
        {can(session, 'member:invite') && (
          <LinkButton href="/people/invite" variant="filled" icon={<IconUserPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
            {t('invite')}
          </LinkButton>
        )}
      </PageHeader>
      <Sections session={session} here="members" />
      <MemberFilter filters={filters} teams={teams.items} />
      {members.items.length === 0 && <EmptyState title={t('noneFound')} text={t('noneFoundText')} action={{ href: '/people', label: t('filter.clear') }} />}
      {members.items.length > 0 && (
        <DataTable
          label={nav('people')}
          columns={[t('name'), t('access'), t('teams'), t('joined'), t('statusLabel')]}
          rows={members.items.map((member) => ({
            id: member.id,
            isQuiet: member.status === 'deactivated',
            cells: [
              <MemberName key="name" member={member} isSelf={member.id === session.user.id} />,
              <MemberAccess key="access" member={member} session={session} />,
              member.teamIds.map((id) => teamNames.get(id)).join(', ') || '–',
              <Time key="joined" at={member.joinedAt} />,
              <MemberStep key="step" member={member} session={session} />,
            ],
          }))}
          firstPage={cursor ? { href: memberHref(filters), label: t('firstPage') } : undefined}
          nextPage={members.nextCursor ? { href: memberHref(filters, members.nextCursor), label: t('nextPage') } : undefined}
        />
      )}
    </>
  );
}
