import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { TextField } from '../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { Link } from '../../../../components/link.tsx';
import { readChallenge } from '../../../../lib/session-cookie.ts';
import classes from '../../auth.module.css';
import { answerChallenge } from '../actions.ts';
import { localPath } from '../local-path.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondFactor'))('signIn') };
}

/** The second step of signing in, for who has come by the first. */
export default async function CodePage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const [query, challenge, t, error] = await Promise.all([searchParams, readChallenge(), getTranslations('secondFactor'), getTranslations('errors')]);
  if (challenge === undefined) redirect('/sign-in');
  const next = localPath([query.next ?? '/'].flat()[0] ?? '/');
  return (
    <>
      <div>
        <h1 className={classes.title}>{t('signIn')}</h1>
        <p className={classes.lead}>{t('signInLead')}</p>
      </div>
      <ActionForm action={answerChallenge} hidden={{ next }} className={classes.form} traceLabel={error('trace')}>
        <TextField name="code" label={t('code')} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required autoFocus />
        <SubmitButton fullWidth>{t('continue')}</SubmitButton>
      </ActionForm>
      <p className={classes.foot}>
        <Link href="/sign-in">{t('again')}</Link>
      </p>
    </>
  );
}
