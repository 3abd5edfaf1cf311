import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import type { Member, Session } from '../../../lib/api-types.ts';
import { can } from '../../../lib/session.ts';
import { reactivateMember } from './actions.ts';
import classes from './people.module.css';

/** Whether a member is active, and the step to the other: deactivating asks first. */
export function MemberStep({ member, session }: { member: Member; session: Session }) {
  const t = useTranslations('people');
  const error = useTranslations('errors');
  const isActive = member.status === 'active';
  const isOutOfReach = member.role === 'owner' && session.role !== 'owner';
  const mayChange = can(session, 'member:deactivate') && member.id !== session.user.id && !isOutOfReach;
  return (
    <div className={classes.step}>
      <span>{t(`status.${member.status}`)}</span>
      {mayChange && isActive && (
        <LinkButton href={`/people/${member.id}/deactivate`} variant="subtle">
          {t('deactivate')}
        </LinkButton>
      )}
      {mayChange && !isActive && (
        <ActionForm action={reactivateMember} tenant={session.tenant.id} hidden={{ id: member.id }} traceLabel={error('trace')} label={member.name}>
          <SubmitButton variant="default">{t('reactivate')}</SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
