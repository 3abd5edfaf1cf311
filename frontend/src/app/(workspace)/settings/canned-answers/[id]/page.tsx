import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { VersionField } from '../../../../../components/form/version-field.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import page from '../../../../../components/page.module.css';
import { can, read, requirePermission } from '../../../../../lib/session.ts';
import settings from '../../settings.module.css';
import { updateCannedAnswer } from '../actions.ts';
import { AnswerFields } from '../answer-fields.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cannedAnswers'))('edit') };
}

export default async function CannedAnswerPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [session, answer, t, error] = await Promise.all([
    requirePermission('canned-answer:write'),
    read('/canned-answers/{id}', { path: { id } }),
    getTranslations('cannedAnswers'),
    getTranslations('errors'),
  ]);
  if (answer.shared && !can(session, 'canned-answer:share')) forbidden();
  return (
    <>
      <h1 className={settings.title}>{t('edit')}</h1>
      <ActionForm action={updateCannedAnswer} tenant={session.tenant.id} hidden={{ id }} className={page.fields} traceLabel={error('trace')} label={t('edit')}>
        <VersionField version={answer.version} />
        <AnswerFields answer={answer} session={session} />
        <div className={page.buttons}>
          <SubmitButton>{t('save')}</SubmitButton>
          <LinkButton href="/settings/canned-answers" variant="subtle">
            {t('cancel')}
          </LinkButton>
          <LinkButton href={`/settings/canned-answers/${id}/delete`}>{t('delete')}</LinkButton>
        </div>
      </ActionForm>
    </>
  );
}
