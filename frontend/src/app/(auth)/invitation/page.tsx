import { PASSWORD_MIN } from '@kontor/contracts/locales';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { PasswordField, TextField } from '../../../components/form/fields.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { Link } from '../../../components/link.tsx';
import type { Invitation } from '../../../lib/api-types.ts';
import { call } from '../../../lib/api.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import classes from '../auth.module.css';
import { acceptInvitation } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('invitation'), robots: { index: false } };
}

/** The invitation behind the token, or null for one that is unknown, used or expired. */
async function inspect(token: string): Promise<Invitation | null> {
  try {
    return await call('POST', '/invitations/inspect', { body: { token } });
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status < 429) return null;
    throw error;
  }
}

export default async function InvitationPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const token = [(await searchParams).token ?? ''].flat()[0] ?? '';
  const [invitation, t, role, error] = await Promise.all([
    inspect(token),
    getTranslations('auth'),
    getTranslations('people.role'),
    getTranslations('errors'),
  ]);
  if (!invitation) {
    return (
      <>
        <div>
          <h1 className={classes.title}>{t('invitationGone')}</h1>
          <p className={classes.lead}>{t('invitationGoneLead')}</p>
        </div>
        <p className={classes.foot}>
          <Link href="/sign-in">{t('signIn')}</Link>
        </p>
      </>
    );
  }
  const { tenantName, email, hasAccount } = invitation;
  return (
    <>
      <div>
        <h1 className={classes.title}>{t('join', { name: tenantName })}</h1>
        <p className={classes.lead}>{t('joinLead', { email, role: role(invitation.role) })}</p>
      </div>
      <ActionForm action={acceptInvitation} hidden={{ token }} className={classes.form} traceLabel={error('trace')}>
        {!hasAccount && <TextField name="name" label={t('name')} autoComplete="name" required />}
        <PasswordField
          name="password"
          label={hasAccount ? t('presentPassword') : t('choosePassword')}
          description={hasAccount ? t('knownAccount') : t('passwordRule', { min: PASSWORD_MIN })}
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          showLabel={t('showPassword')}
          required
        />
        <SubmitButton fullWidth>{t('accept')}</SubmitButton>
      </ActionForm>
    </>
  );
}
