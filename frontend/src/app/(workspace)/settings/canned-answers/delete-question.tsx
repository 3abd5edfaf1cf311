import { getTranslations } from 'next-intl/server';
import { Confirm, Question } from '../../../../components/question.tsx';
import { read, requirePermission } from '../../../../lib/session.ts';
import { deleteCannedAnswer } from './actions.ts';

/** Asks before an answer is deleted. */
export async function DeleteQuestion({ id }: { id: string }) {
  const [{ tenant }, answer, t] = await Promise.all([
    requirePermission('canned-answer:write'),
    read('/canned-answers/{id}', { path: { id } }),
    getTranslations('cannedAnswers'),
  ]);
  const back = { href: `/settings/canned-answers/${id}`, label: t('cancel') };
  return (
    <Question title={t('deleteTitle', { name: answer.name })} text={t('deleteText')}>
      <Confirm action={deleteCannedAnswer} tenant={tenant.id} hidden={{ id }} confirm={t('delete')} cancel={back} />
    </Question>
  );
}
