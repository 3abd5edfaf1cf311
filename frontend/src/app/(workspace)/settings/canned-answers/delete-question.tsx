import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { read, requirePermission } from '../../../../lib/session.ts';
import classes from '../../people/people.module.css';
import { deleteCannedAnswer } from './actions.ts';

/** Asks before an answer is deleted; a page of its own or in a dialog. */
export async function DeleteQuestion({ id }: { id: string }) {
  const [session, answer, t, error] = await Promise.all([
    requirePermission('canned-answer:write'),
    read('/canned-answers/{id}', { path: { id } }),
    getTranslations('cannedAnswers'),
    getTranslations('errors'),
  ]);
  return (
    <section className={classes.question}>
      <h1>{t('deleteTitle', { name: answer.name })}</h1>
      <p>{t('deleteText')}</p>
      <ActionForm action={deleteCannedAnswer} tenant={session.tenant.id} hidden={{ id }} className={classes.form} traceLabel={error('trace')}>
        <div className={classes.buttons}>
          <SubmitButton variant="danger">{t('delete')}</SubmitButton>
          <LinkButton href={`/settings/canned-answers/${id}`}>{t('cancel')}</LinkButton>
        </div>
      </ActionForm>
    </section>
  );
}
