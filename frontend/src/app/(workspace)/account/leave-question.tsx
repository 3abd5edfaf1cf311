import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { requireSession } from '../../../lib/session.ts';
import { leaveTenant } from '../people/actions.ts';
import classes from '../people/people.module.css';

/** Asks before one leaves the workspace; a page of its own or in a dialog. */
export async function LeaveQuestion() {
  const [session, t, error] = await Promise.all([requireSession(), getTranslations('account'), getTranslations('errors')]);
  const { name } = session.tenant;
  return (
    <section className={classes.question}>
      <h1>{t('leaveTitle', { name })}</h1>
      <p>{t('leaveText')}</p>
      <ActionForm action={leaveTenant} tenant={session.tenant.id} className={classes.form} traceLabel={error('trace')}>
        <div className={classes.buttons}>
          <SubmitButton variant="danger">{t('leave')}</SubmitButton>
          <LinkButton href="/account">{t('cancel')}</LinkButton>
        </div>
      </ActionForm>
    </section>
  );
}
