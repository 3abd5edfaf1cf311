import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { requirePermission } from '../../../../../lib/session.ts';
import { activeMembers } from '../members-of.ts';
import { TeamForm } from '../team-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('newTeam') };
}

export default async function NewTeamPage() {
  const [session, members, t] = await Promise.all([requirePermission('team:manage'), activeMembers(), getTranslations('people')]);
  return (
    <>
      <PageHeader title={t('newTeam')} parent={{ href: '/people/teams', label: t('section.teams') }} />
      <TeamForm session={session} members={members} />
    </>
  );
}
