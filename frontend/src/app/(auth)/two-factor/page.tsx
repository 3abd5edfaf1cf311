import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { Link } from '../../../components/link.tsx';
import { findSession, read } from '../../../lib/session.ts';
import { signOut } from '../../(workspace)/actions.ts';
import auth from '../auth.module.css';
import { setUpSecondFactor } from './actions.ts';
import { SetUpSteps } from './set-up-steps.tsx';
import classes from './two-factor.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondFactor'))('title') };
}

/** Sets a second factor up: because one wants to, or because the workspace requires it and opens nothing else before. */
export default async function TwoFactorPage() {
  const [session, t, login, nav, error] = await Promise.all([
    findSession(),
    getTranslations('secondFactor'),
    getTranslations('auth'),
    getTranslations('nav'),
    getTranslations('errors'),
  ]);
  if (!session) redirect('/sign-in?next=%2Ftwo-factor');
  const { enabledAt } = await read('/auth/second-factor');
  const words = {
    password: login('presentPassword'),
    showPassword: login('showPassword'),
    start: t('start'),
    scan: t('scan'),
    typed: t('typed'),
    picture: t('picture'),
    code: t('code'),
    wrong: t('wrong'),
    confirm: t('confirm'),
    on: t('isOn'),
    codes: t('codesLead'),
    continue: t('continue'),
  };
  return (
    <>
      <div>
        <h1 className={auth.title}>{t('title')}</h1>
        <p className={auth.lead}>{session.mustEnrol ? t('required', { name: session.tenant.name }) : t('lead')}</p>
      </div>
      <ActionForm action={setUpSecondFactor} tenant={session.tenant.id} className={auth.form} traceLabel={error('trace')} label={t('title')}>
        <SetUpSteps isOn={enabledAt !== null} words={words} />
      </ActionForm>
      <div className={`${auth.foot} ${classes.ways}`}>
        {!session.mustEnrol && <Link href="/account">{nav('account')}</Link>}
        {session.mustEnrol && (
          <ActionForm action={signOut} tenant={session.tenant.id} traceLabel={error('trace')}>
            <SubmitButton variant="subtle">{nav('signOut')}</SubmitButton>
          </ActionForm>
        )}
      </div>
    </>
  );
}
