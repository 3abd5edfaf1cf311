import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../../components/link-button.tsx';
import { PageHeader } from '../../../../../../components/shell/page-header.tsx';
import { read, requirePermission } from '../../../../../../lib/session.ts';
import { closeTeam } from '../../../actions.ts';
import classes from '../../../people.module.css';

/** Asks before a team is closed. */
export default async function CloseTeamPage({ params }: { params: Promise<{ id: string }> }) {
  const [session, team, t, error] = await Promise.all([
    requirePermission('team:manage'),
    read('/teams/{id}', { path: await params }),
    getTranslations('people'),
    getTranslations('errors'),
  ]);
  return (
    <>
      <PageHeader title={t('closeTeam')} parent={{ href: '/people/teams', label: t('section.teams') }} isHeading={false} />
      <section className={classes.question}>
        <h1>{t('closeTeamTitle', { name: team.name })}</h1>
        <p>{t('closeTeamText')}</p>
        <ActionForm action={closeTeam} tenant={session.tenant.id} hidden={{ id: team.id }} className={classes.form} traceLabel={error('trace')}>
          <div className={classes.buttons}>
            <SubmitButton variant="danger">{t('closeTeam')}</SubmitButton>
            <LinkButton href={`/people/teams/${team.id}`}>{t('cancel')}</LinkButton>
          </div>
        </ActionForm>
      </section>
    </>
  );
}
