import { getTranslations } from 'next-intl/server';
import { LinkButton } from '../../../components/link-button.tsx';
import page from '../../../components/page.module.css';
import { Confirm, Question } from '../../../components/question.tsx';
import { read, requirePermission } from '../../../lib/session.ts';
import { deactivateMember } from './actions.ts';

/** Asks before a member is deactivated, and says when it is done. */
export async function DeactivateQuestion({ id }: { id: string }) {
  const [session, member, t] = await Promise.all([requirePermission('member:deactivate'), read('/members/{id}', { path: { id } }), getTranslations('people')]);
  const { tenant } = session;
  if (member.status === 'deactivated') {
    return (
      <Question title={t('deactivated', { name: member.name })} text={t('deactivatedText', { tenant: tenant.name })}>
        <div className={page.buttons}>
          <LinkButton href="/people">{t('back')}</LinkButton>
        </div>
      </Question>
    );
  }
  return (
    <Question title={t('deactivateTitle', { name: member.name })} text={t('deactivateText', { tenant: tenant.name })}>
      <Confirm action={deactivateMember} tenant={tenant.id} hidden={{ id }} confirm={t('deactivate')} cancel={{ href: '/people', label: t('cancel') }} />
    </Question>
  );
}
