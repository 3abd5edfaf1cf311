import { useTranslations } from 'next-intl';
import { LinkButton } from '../../../components/link-button.tsx';
import { Time } from '../../../components/marks/time.tsx';
import page from '../../../components/page.module.css';
import type { SecondFactor } from '../../../lib/api-types.ts';

/** Whether sign-ins ask for a code, and what can be done about it. */
export function SecondFactorSection({ secondFactor }: { secondFactor: SecondFactor }) {
  const t = useTranslations('secondFactor');
  const { enabledAt, recoveryCodesLeft } = secondFactor;
  return (
    <section className={page.section}>
      <h2 className={page.heading}>{t('title')}</h2>
      <p className={page.lead}>
        {enabledAt ? t.rich('onSince', { count: recoveryCodesLeft, time: () => <Time key="since" at={enabledAt} isProse /> }) : `${t('off')} ${t('lead')}`}
      </p>
      <div className={page.buttons}>
        {enabledAt ? (
          <>
            <LinkButton href="/account/recovery-codes">{t('renew')}</LinkButton>
            <LinkButton href="/account/two-factor-off">{t('turnOff')}</LinkButton>
          </>
        ) : (
          <LinkButton href="/two-factor">{t('start')}</LinkButton>
        )}
      </div>
    </section>
  );
}
