import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import page from '../../../../../components/page.module.css';
import { requirePermission } from '../../../../../lib/session.ts';
import settings from '../../settings.module.css';
import { createCannedAnswer } from '../actions.ts';
import { AnswerFields } from '../answer-fields.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cannedAnswers'))('new') };
}

export default async function NewCannedAnswerPage() {
  const [session, t, error] = await Promise.all([requirePermission('canned-answer:write'), getTranslations('cannedAnswers'), getTranslations('errors')]);
  return (
    <>
      <h1 className={settings.title}>{t('new')}</h1>
      <ActionForm action={createCannedAnswer} tenant={session.tenant.id} className={page.fields} traceLabel={error('trace')} label={t('new')}>
        <AnswerFields session={session} />
        <div className={page.buttons}>
          <SubmitButton>{t('create')}</SubmitButton>
          <LinkButton href="/settings/canned-answers" variant="subtle">
            {t('cancel')}
          </LinkButton>
        </div>
      </ActionForm>
    </>
  );
}
