import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import page from '../../../../components/page.module.css';
import { Question } from '../../../../components/question.tsx';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { requireSession } from '../../../../lib/session.ts';
import { renewRecoveryCodes } from '../actions.ts';
import { ProofFields } from '../proof-fields.tsx';
import { NewCodes } from './new-codes.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondFactor'))('renew') };
}

export default async function RecoveryCodesPage() {
  const [session, t, nav, error] = await Promise.all([requireSession(), getTranslations('secondFactor'), getTranslations('nav'), getTranslations('errors')]);
  return (
    <>
      <PageHeader title={t('renew')} parent={{ href: '/account', label: nav('account') }} isHeading={false} />
      <Question title={t('renew')}>
        <ActionForm action={renewRecoveryCodes} tenant={session.tenant.id} className={page.fields} traceLabel={error('trace')} label={t('renew')}>
          <NewCodes words={{ done: t('newCodesLead'), continue: t('continue') }}>
            <p>{t('renewLead')}</p>
            <ProofFields />
            <div className={page.buttons}>
              <SubmitButton>{t('renew')}</SubmitButton>
              <LinkButton href="/account">{t('cancel')}</LinkButton>
            </div>
          </NewCodes>
        </ActionForm>
      </Question>
    </>
  );
}
