import { useTranslations } from 'next-intl';
import type { Session } from '../../../../lib/api-types.ts';
import classes from './views.module.css';

/** Whether a view is everybody's; only for who may say so. */
export function ShareField({ session, isShared }: { session: Session; isShared: boolean }) {
  const t = useTranslations('views');
  if (!session.permissions.includes('ticket-view:share')) return null;
  return (
    <label className={classes.check}>
      <input type="hidden" name="mayShare" value="yes" />
      <input type="checkbox" name="shared" value="yes" defaultChecked={isShared} />
      {t('shared')}
    </label>
  );
}
