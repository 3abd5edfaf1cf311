import { isAtMost, ROLES, VISIBILITIES } from '@kontor/contracts/permissions';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { CheckField, SelectField, TextField } from '../../../../components/form/fields.tsx';
import { ShownOnce } from '../../../../components/form/shown-once.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import page from '../../../../components/page.module.css';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { read, requirePermission } from '../../../../lib/session.ts';
import { inviteMember } from '../actions.ts';
import classes from '../people.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('invite') };
}

/** Invites somebody; the answer shows the link, once. */
export default async function InvitePage() {
  const [session, teams, nav, t, error] = await Promise.all([
    requirePermission('member:invite'),
    read('/teams', { query: { limit: 50 } }),
    getTranslations('nav'),
    getTranslations('people'),
    getTranslations('errors'),
  ]);
  const roles = ROLES.filter((role) => isAtMost(role, session.role));
  return (
    <>
      <PageHeader title={t('invite')} parent={{ href: '/people', label: nav('people') }} />
      <ActionForm action={inviteMember} tenant={session.tenant.id} className={page.form} traceLabel={error('trace')} label={t('invite')}>
        <TextField name="email" type="email" label={t('email')} autoComplete="off" required autoFocus />
        <div className={page.pair}>
          <SelectField name="role" label={t('roleLabel')} options={roles.map((value) => ({ value, label: t(`role.${value}`) }))} defaultValue="agent" />
          <SelectField
            name="ticketVisibility"
            label={t('visibilityLabel')}
            options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
            defaultValue="all"
          />
        </div>
        {teams.items.length > 0 && (
          <fieldset className={classes.checks}>
            <legend>{t('teams')}</legend>
            {teams.items.map(({ id, name }) => (
              <CheckField key={id} name="teamIds" value={id} label={name} />
            ))}
          </fieldset>
        )}
        <ShownOnce field="link" of="email" words={{ made: t('linkMade'), hint: t('linkHint'), label: t('link'), copy: t('copy'), copied: t('copied') }} />
        <div className={page.buttons}>
          <SubmitButton shortcutLabel="Ctrl ↵">{t('sendInvitation')}</SubmitButton>
          <LinkButton href="/people/invitations" variant="subtle">
            {t('cancel')}
          </LinkButton>
        </div>
      </ActionForm>
    </>
  );
}
