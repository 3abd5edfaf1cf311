import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../../../components/data-table.tsx';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import page from '../../../../../components/page.module.css';
import { can, read, requirePermission } from '../../../../../lib/session.ts';
import { MemberName } from '../../member-name.tsx';
import { activeMembers } from '../members-of.ts';
import { TeamForm } from '../team-form.tsx';

interface TeamPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: TeamPageProps): Promise<Metadata> {
  return { title: (await read('/teams/{id}', { path: await params })).name };
}

/** A team: a form for who manages teams, its members for the others. */
export default async function TeamPage({ params }: TeamPageProps) {
  const [session, team, members, t] = await Promise.all([
    requirePermission('member:read'),
    read('/teams/{id}', { path: await params }),
    activeMembers(),
    getTranslations('people'),
  ]);
  const mayManage = can(session, 'team:manage') && team.closedAt === null;
  return (
    <>
      <PageHeader title={team.name} parent={{ href: '/people/teams', label: t('section.teams') }} />
      {team.closedAt !== null && <p className={`${page.form} ${page.lead}`}>{t('teamClosed')}</p>}
      {mayManage && <TeamForm session={session} team={team} members={members} />}
      {!mayManage && team.closedAt === null && (
        <DataTable
          label={team.name}
          columns={[t('name'), t('roleLabel')]}
          rows={members
            .filter(({ id }) => team.memberIds.includes(id))
            .map((member) => ({
              id: member.id,
              cells: [<MemberName key="name" member={member} isSelf={member.id === session.user.id} />, t(`role.${member.role}`)],
            }))}
        />
      )}
    </>
  );
}
