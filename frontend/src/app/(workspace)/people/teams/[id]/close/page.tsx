import { getTranslations } from 'next-intl/server';
import { Confirm, Question } from '../../../../../../components/question.tsx';
import { PageHeader } from '../../../../../../components/shell/page-header.tsx';
import { read, requirePermission } from '../../../../../../lib/session.ts';
import { closeTeam } from '../../../actions.ts';

/** Asks before a team is closed. */
export default async function CloseTeamPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ tenant }, { id, name }, t] = await Promise.all([requirePermission('team:manage'), read('/teams/{id}', { path: await params }), getTranslations('people')]);
  return (
    <>
      <PageHeader title={t('closeTeam')} parent={{ href: '/people/teams', label: t('section.teams') }} isHeading={false} />
      <Question title={t('closeTeamTitle', { name })} text={t('closeTeamText')}>
        <Confirm action={closeTeam} tenant={tenant.id} hidden={{ id }} confirm={t('closeTeam')} cancel={{ href: `/people/teams/${id}`, label: t('cancel') }} />
      </Question>
    </>
  );
}
