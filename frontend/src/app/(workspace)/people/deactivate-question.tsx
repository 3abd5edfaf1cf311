import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { read, requirePermission } from '../../../lib/session.ts';
import { deactivateMember } from './actions.ts';
import classes from './people.module.css';

/** Asks before a member is deactivated, and says when it is done; a page of its own or in a dialog. */
export async function DeactivateQuestion({ id }: { id: string }) {
  const session = await requirePermission('member:deactivate');
  const [member, t, error] = await Promise.all([
    read('/members/{id}', { path: { id } }),
    getTranslations('people'),
    getTranslations('errors'),
  ]);
  const isDone = member.status === 'deactivated';
  return (
    <section className={classes.question}>
      <h1>{t(isDone ? 'deactivated' : 'deactivateTitle', { name: member.name })}</h1>
      <p>{t(isDone ? 'deactivatedText' : 'deactivateText', { tenant: session.tenant.name })}</p>
      {isDone ? (
        <div className={classes.buttons}>
          <LinkButton href="/people">{t('back')}</LinkButton>
        </div>
      ) : (
        <ActionForm action={deactivateMember} tenant={session.tenant.id} hidden={{ id: member.id }} className={classes.form} traceLabel={error('trace')}>
          <div className={classes.buttons}>
            <SubmitButton variant="danger">{t('deactivate')}</SubmitButton>
            <LinkButton href="/people">{t('cancel')}</LinkButton>
          </div>
        </ActionForm>
      )}
    </section>
  );
}
