import { getTranslations } from 'next-intl/server';
import { Confirm, Question } from '../../../components/question.tsx';
import { requireSession } from '../../../lib/session.ts';
import { leaveTenant } from '../people/actions.ts';

/** Asks before one leaves the workspace. */
export async function LeaveQuestion() {
  const [{ tenant }, t] = await Promise.all([requireSession(), getTranslations('account')]);
  return (
    <Question title={t('leaveTitle', { name: tenant.name })} text={t('leaveText')}>
      <Confirm action={leaveTenant} tenant={tenant.id} confirm={t('leave')} cancel={{ href: '/account', label: t('cancel') }} />
    </Question>
  );
}
