import { MAILED_NOTIFICATIONS, type MailedNotification } from '@kontor/contracts/mail';
import { NOTIFICATION_KINDS } from '@kontor/contracts/notifications';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import page from '../../../components/page.module.css';
import type { NotificationPreferences, Session } from '../../../lib/api-types.ts';
import { updatePreferences } from './actions.ts';
import classes from './notifications.module.css';

const MAILED = Object.keys(MAILED_NOTIFICATIONS) as MailedNotification[];

/** What one wants to be told of, and what of it by mail, too. */
export function Preferences({ preferences, session }: { preferences: NotificationPreferences; session: Session }) {
  const t = useTranslations('notifications');
  const error = useTranslations('errors');
  return (
    <section className={page.section} id="notifications">
      <h2 className={page.heading}>{t('preferences')}</h2>
      <p className={page.lead}>{t('preferencesLead')}</p>
      <ActionForm
        action={updatePreferences}
        tenant={session.tenant.id}
        className={page.fields}
        traceLabel={error('trace')}
        done={t('saved')}
        label={t('preferences')}
      >
        <div className={classes.kinds}>
          {NOTIFICATION_KINDS.map((kind) => (
            <label key={`${kind}-${preferences[kind]}`} className={classes.kind}>
              <input type="checkbox" name={kind} value="on" defaultChecked={preferences[kind]} />
              {t(`kind.${kind}`)}
            </label>
          ))}
        </div>
        <fieldset className={classes.byMail}>
          <legend>{t('byMail')}</legend>
          {MAILED.map((kind) => (
            <label key={`${kind}-${preferences[`${kind}ByMail`]}`} className={classes.kind}>
              <input type="checkbox" name={`${kind}ByMail`} value="on" defaultChecked={preferences[`${kind}ByMail`]} />
              {t(`kind.${kind}`)}
            </label>
          ))}
        </fieldset>
        <div className={page.buttons}>
          <SubmitButton variant="default">{t('savePreferences')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
