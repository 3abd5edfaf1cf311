import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../../components/data-table.tsx';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { Link } from '../../../../components/link.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import table from '../../../../components/data-table.module.css';
import { can, read, requirePermission } from '../../../../lib/session.ts';
import { Sections } from '../sections.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('section.teams') };
}

export default async function TeamsPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const [session, teams, nav, t] = await Promise.all([
    requirePermission('member:read'),
    read('/teams', { query: { limit: 50, cursor } }),
    getTranslations('nav'),
    getTranslations('people'),
  ]);
  const mayManage = can(session, 'team:manage');
  return (
    <>
      <PageHeader title={nav('people')}>
        {mayManage && (
          <LinkButton href="/people/teams/new" variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
            {t('newTeam')}
          </LinkButton>
        )}
      </PageHeader>
      <Sections session={session} here="teams" />
      {teams.items.length === 0 && (
        <EmptyState title={t('noTeams')} text={t('noTeamsText')} {...(mayManage && { action: { href: '/people/teams/new', label: t('newTeam') } })} />
      )}
      {teams.items.length > 0 && (
        <DataTable
          label={t('section.teams')}
          columns={[t('team'), t('section.members'), t('since')]}
          rows={teams.items.map(({ id, name, memberIds, createdAt }) => ({
            id,
            cells: [
              <Link key="name" href={`/people/teams/${id}`} className={table.main} data-row>
                {name}
              </Link>,
              t('memberCount', { count: memberIds.length }),
              <Time key="since" at={createdAt} />,
            ],
          }))}
          firstPage={cursor ? { href: '/people/teams', label: t('firstPage') } : undefined}
          nextPage={teams.nextCursor ? { href: `/people/teams?cursor=${encodeURIComponent(teams.nextCursor)}`, label: t('nextPage') } : undefined}
        />
      )}
    </>
  );
}
