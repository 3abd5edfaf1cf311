import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { PasswordField, TextField } from '../../../components/form/fields.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { Link } from '../../../components/link.tsx';
import { findSession } from '../../../lib/session.ts';
import classes from '../auth.module.css';
import { signIn } from './actions.ts';
import { localPath } from './local-path.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signIn') };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const [query, session, t, error] = await Promise.all([
    searchParams,
    findSession(),
    getTranslations('auth'),
    getTranslations('errors'),
  ]);
  const next = localPath([query.next ?? '/'].flat()[0] ?? '/');
  if (session) redirect(next);
  return (
    <>
      <h1 className={classes.title}>{t('signIn')}</h1>
      <ActionForm action={signIn} hidden={{ next }} className={classes.form} traceLabel={error('trace')}>
        <TextField name="email" type="email" label={t('email')} autoComplete="username" inputMode="email" required autoFocus />
        <PasswordField name="password" label={t('password')} autoComplete="current-password" showLabel={t('showPassword')} required />
        <SubmitButton fullWidth>{t('signIn')}</SubmitButton>
      </ActionForm>
      <p className={classes.foot}>
        <Link href="/forgot-password">{t('forgotten')}</Link>
      </p>
    </>
  );
}
