import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '../../../components/link-button.tsx';
import page from '../../../components/page.module.css';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { read, requireSession } from '../../../lib/session.ts';
import { Preferences } from '../notifications/preferences.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { Sessions } from './sessions.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('account') };
}

export default async function AccountPage() {
  const [session, sessions, secondFactor, preferences, nav, t] = await Promise.all([
    requireSession(),
    read('/auth/sessions'),
    read('/auth/second-factor'),
    read('/notifications/preferences'),
    getTranslations('nav'),
    getTranslations('account'),
  ]);
  return (
    <>
      <PageHeader title={nav('account')} />
      <div className={page.narrow}>
        <ProfileForm session={session} />
        <PasswordForm session={session} />
        <SecondFactorSection secondFactor={secondFactor} />
        <Preferences preferences={preferences} session={session} />
        <Sessions sessions={sessions.items} session={session} />
        <section className={page.section}>
          <h2 className={page.heading}>{t('leaveTitle', { name: session.tenant.name })}</h2>
          <p className={page.lead}>{t('leaveLead')}</p>
          <div>
            <LinkButton href="/account/leave">{t('leave')}</LinkButton>
          </div>
        </section>
      </div>
    </>
  );
}
