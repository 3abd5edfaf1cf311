import { PASSWORD_MIN } from '@kontor/contracts/locales';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { PasswordField } from '../../../components/form/fields.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { Link } from '../../../components/link.tsx';
import { call } from '../../../lib/api.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import classes from '../auth.module.css';
import { resetPassword } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('forgotten'))('choose'), robots: { index: false } };
}

/** The address whose password the link is for, or null for one that is unknown, used or expired. */
async function inspect(token: string): Promise<string | null> {
  try {
    return (await call('POST', '/auth/reset-password/inspect', { body: { token } })).email;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status < 429) return null;
    throw error;
  }
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const token = [(await searchParams).token ?? ''].flat()[0] ?? '';
  const [email, t, auth, error] = await Promise.all([inspect(token), getTranslations('forgotten'), getTranslations('auth'), getTranslations('errors')]);
  if (email === null) {
    return (
      <>
        <div>
          <h1 className={classes.title}>{t('gone')}</h1>
          <p className={classes.lead}>{t('goneLead')}</p>
        </div>
        <p className={classes.foot}>
          <Link href="/forgot-password">{t('again')}</Link>
        </p>
      </>
    );
  }
  return (
    <>
      <div>
        <h1 className={classes.title}>{t('choose')}</h1>
        <p className={classes.lead}>{t('chooseLead', { email })}</p>
      </div>
      <ActionForm action={resetPassword} hidden={{ token }} className={classes.form} traceLabel={error('trace')}>
        <PasswordField
          name="password"
          label={auth('choosePassword')}
          description={auth('passwordRule', { min: PASSWORD_MIN })}
          autoComplete="new-password"
          showLabel={auth('showPassword')}
          required
        />
        <SubmitButton fullWidth>{t('save')}</SubmitButton>
      </ActionForm>
    </>
  );
}
