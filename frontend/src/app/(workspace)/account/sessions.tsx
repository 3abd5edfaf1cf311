import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { Time } from '../../../components/marks/time.tsx';
import page from '../../../components/page.module.css';
import type { Session, SessionEntry } from '../../../lib/api-types.ts';
import { revokeSession } from './actions.ts';
import { deviceOf } from './device.ts';
import classes from './account.module.css';

/** Where the person is signed in, each but this one with the way to end it. */
export function Sessions({ sessions, session }: { sessions: readonly SessionEntry[]; session: Session }) {
  const t = useTranslations('account');
  const error = useTranslations('errors');
  return (
    <section className={page.section}>
      <h2 className={page.heading}>{t('sessions')}</h2>
      <p className={page.lead}>{t('sessionsLead')}</p>
      <ul className={classes.sessions} aria-label={t('sessions')}>
        {sessions.map((entry) => {
          const device = deviceOf(entry.userAgent);
          const Icon = device.isMobile ? IconDeviceMobile : IconDeviceDesktop;
          return (
            <li key={entry.id} className={classes.session}>
              <Icon size={18} stroke={1.5} aria-hidden />
              <div>
                <strong>
                  {device.name ?? t('unknownDevice')}
                  {entry.current && <span className={classes.current}>{t('thisOne')}</span>}
                </strong>
                <small>
                  {entry.tenant.name}
                  {entry.address && ` · ${entry.address}`} · {t('lastSeen')} <Time at={entry.lastSeenAt} isProse />
                </small>
              </div>
              {!entry.current && (
                <ActionForm action={revokeSession} tenant={session.tenant.id} hidden={{ id: entry.id }} traceLabel={error('trace')}>
                  <SubmitButton variant="default">{t('endSession')}</SubmitButton>
                </ActionForm>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
