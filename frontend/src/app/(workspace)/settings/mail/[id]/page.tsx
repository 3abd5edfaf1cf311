import { MAIL_STATES_TO_RETRY } from '@kontor/contracts/mail';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import { Time } from '../../../../../components/marks/time.tsx';
import page from '../../../../../components/page.module.css';
import { can, read, requirePermission } from '../../../../../lib/session.ts';
import settings from '../../settings.module.css';
import { retryMail } from '../actions.ts';
import classes from '../mail.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail'))('title') };
}

/** One message: what it says, what became of it, and its link where that may be shown. */
export default async function OneMailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [session, mail, { isSending }, t, error] = await Promise.all([
    requirePermission('mail:read'),
    read('/mails/{id}', { path: { id } }),
    read('/mails/sending'),
    getTranslations('mail'),
    getTranslations('errors'),
  ]);
  const mayRetry = isSending && can(session, 'mail:send') && MAIL_STATES_TO_RETRY.some((state) => state === mail.state);
  return (
    <>
      <h1 className={settings.title} translate="no">
        {mail.subject}
      </h1>
      <dl className={settings.facts}>
        <dt>{t('recipient')}</dt>
        <dd className={classes.address}>{mail.recipient}</dd>
        <dt>{t('kindLabel')}</dt>
        <dd>{t(`kind.${mail.kind}`)}</dd>
        <dt>{t('stateLabel')}</dt>
        <dd>{t(`state.${mail.state}`)}</dd>
        <dt>{t('written')}</dt>
        <dd>
          <Time at={mail.createdAt} />
        </dd>
        {mail.sentAt !== null && (
          <>
            <dt>{t('sent')}</dt>
            <dd>
              <Time at={mail.sentAt} />
            </dd>
          </>
        )}
        {mail.nextAt !== null && (
          <>
            <dt>{t('nextAt')}</dt>
            <dd>
              <Time at={mail.nextAt} />
            </dd>
          </>
        )}
        {mail.lastError !== null && (
          <>
            <dt>{t('lastError', { attempts: mail.attempts })}</dt>
            <dd className={classes.address} translate="no">
              {mail.lastError}
            </dd>
          </>
        )}
      </dl>
      {mail.link !== null && (
        <label className={classes.link}>
          {t('link')}
          <input type="text" value={mail.link} readOnly className={classes.linkText} />
          <span className={page.lead}>{t('linkHint')}</span>
        </label>
      )}
      <section className={page.section} aria-label={t('text')}>
        <pre className={classes.text} tabIndex={0} translate="no">
          {mail.text}
        </pre>
      </section>
      <div className={page.buttons}>
        {mayRetry && (
          <ActionForm action={retryMail} tenant={session.tenant.id} hidden={{ id }} traceLabel={error('trace')} label={t('retry')}>
            <SubmitButton>{t('retry')}</SubmitButton>
          </ActionForm>
        )}
        <LinkButton href="/settings/mail" variant="subtle">
          {t('back')}
        </LinkButton>
      </div>
    </>
  );
}
