import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { requireSession } from '../../../../lib/session.ts';
import people from '../../people/people.module.css';
import { disableSecondFactor } from '../actions.ts';
import { ProofFields } from '../proof-fields.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondFactor'))('turnOff') };
}

/** Asks before the second factor is turned off. */
export default async function TwoFactorOffPage() {
  const [session, t, nav, error] = await Promise.all([requireSession(), getTranslations('secondFactor'), getTranslations('nav'), getTranslations('errors')]);
  return (
    <>
      <PageHeader title={t('turnOff')} parent={{ href: '/account', label: nav('account') }} isHeading={false} />
      <section className={people.question}>
        <h1>{t('turnOffTitle')}</h1>
        <p>{t('turnOffLead')}</p>
        <ActionForm action={disableSecondFactor} tenant={session.tenant.id} className={people.form} traceLabel={error('trace')} label={t('turnOffTitle')}>
          <ProofFields />
          <div className={people.buttons}>
            <SubmitButton variant="danger">{t('turnOff')}</SubmitButton>
            <LinkButton href="/account">{t('cancel')}</LinkButton>
          </div>
        </ActionForm>
      </section>
    </>
  );
}
