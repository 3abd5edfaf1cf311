import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { TextField } from '../../../components/form/fields.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { Link } from '../../../components/link.tsx';
import classes from '../auth.module.css';
import { forgetPassword } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('forgotten'))('title') };
}

export default async function ForgotPasswordPage({ searchParams }: { searchParams: Promise<{ told?: string | string[] }> }) {
  const [{ told }, t, auth, error] = await Promise.all([searchParams, getTranslations('forgotten'), getTranslations('auth'), getTranslations('errors')]);
  const outcome = told === 'mailed' || told === 'operator' ? told : undefined;
  return (
    <>
      <div role={outcome && 'status'}>
        <h1 className={classes.title}>{t(outcome === 'mailed' ? 'mailed' : 'title')}</h1>
        <p className={classes.lead}>{t(outcome ? `${outcome}Lead` : 'lead')}</p>
      </div>
      {!outcome && (
        <ActionForm action={forgetPassword} className={classes.form} traceLabel={error('trace')}>
          <TextField name="email" type="email" label={auth('email')} autoComplete="username" inputMode="email" required autoFocus />
          <SubmitButton fullWidth>{t('send')}</SubmitButton>
        </ActionForm>
      )}
      <p className={classes.foot}>
        <Link href="/sign-in">{auth('signIn')}</Link>
      </p>
    </>
  );
}
