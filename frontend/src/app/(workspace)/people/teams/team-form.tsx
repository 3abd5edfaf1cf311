import { TEAM_LIMITS } from '@kontor/contracts/permissions';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { CheckField, TextField } from '../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { VersionField } from '../../../../components/form/version-field.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import page from '../../../../components/page.module.css';
import type { Member, Session, Team } from '../../../../lib/api-types.ts';
import { createTeam, updateTeam } from '../actions.ts';
import classes from '../people.module.css';

/** Name and members, of a new team or of one there is. */
export function TeamForm({ session, team, members }: { session: Session; team?: Team; members: readonly Member[] }) {
  const t = useTranslations('people');
  const error = useTranslations('errors');
  return (
    <ActionForm
      action={team ? updateTeam : createTeam}
      tenant={session.tenant.id}
      {...(team && { hidden: { id: team.id } })}
      className={page.form}
      traceLabel={error('trace')}
      done={t('saved')}
      label={team?.name ?? t('newTeam')}
    >
      {team && <VersionField version={team.version} />}
      <TextField name="name" label={t('name')} defaultValue={team?.name ?? ''} maxLength={TEAM_LIMITS.name} autoComplete="off" required autoFocus={!team} />
      <fieldset className={classes.checks}>
        <legend>{t('section.members')}</legend>
        {members.map(({ id, name, email }) => (
          <CheckField key={id} name="memberIds" value={id} label={name} description={email ?? t('kind.service')} isChecked={team?.memberIds.includes(id) ?? false} />
        ))}
      </fieldset>
      <div className={page.buttons}>
        <SubmitButton shortcutLabel="Ctrl ↵">{t(team ? 'save' : 'createTeam')}</SubmitButton>
        {team ? (
          <LinkButton href={`/people/teams/${team.id}/close`} variant="subtle">
            {t('closeTeam')}
          </LinkButton>
        ) : (
          <LinkButton href="/people/teams" variant="subtle">
            {t('cancel')}
          </LinkButton>
        )}
      </div>
    </ActionForm>
  );
}
