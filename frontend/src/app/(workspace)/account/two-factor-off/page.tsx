import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Confirm, Question } from '../../../../components/question.tsx';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { requireSession } from '../../../../lib/session.ts';
import { disableSecondFactor } from '../actions.ts';
import { ProofFields } from '../proof-fields.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondFactor'))('turnOff') };
}

/** Asks before the second factor is turned off. */
export default async function TwoFactorOffPage() {
  const [{ tenant }, t, nav] = await Promise.all([requireSession(), getTranslations('secondFactor'), getTranslations('nav')]);
  const title = t('turnOffTitle');
  return (
    <>
      <PageHeader title={t('turnOff')} parent={{ href: '/account', label: nav('account') }} isHeading={false} />
      <Question title={title} text={t('turnOffLead')}>
        <Confirm action={disableSecondFactor} tenant={tenant.id} label={title} confirm={t('turnOff')} cancel={{ href: '/account', label: t('cancel') }}>
          <ProofFields />
        </Confirm>
      </Question>
    </>
  );
}
