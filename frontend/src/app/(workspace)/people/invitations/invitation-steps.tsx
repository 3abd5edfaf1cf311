import { isAtMost } from '@kontor/contracts/permissions';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { ShownOnce } from '../../../../components/form/shown-once.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import type { SentInvitation, Session } from '../../../../lib/api-types.ts';
import { resendInvitation, revokeInvitation } from '../actions.ts';
import classes from '../people.module.css';

/** A new link in place of the old one, or none at all; only up to one's own role. */
export function InvitationSteps({ invitation, session }: { invitation: SentInvitation; session: Session }) {
  const t = useTranslations('people');
  const error = useTranslations('errors');
  const { id, email, state, role } = invitation;
  if (state === 'accepted' || state === 'revoked' || !isAtMost(role, session.role)) return null;
  const form = { tenant: session.tenant.id, hidden: { id }, traceLabel: error('trace') };
  return (
    <div className={classes.steps}>
      <ActionForm {...form} action={resendInvitation} label={t('resendTo', { email })} className={classes.stepForm}>
        <SubmitButton variant="subtle">{t('resend')}</SubmitButton>
        <ShownOnce field="link" of="email" words={{ made: t('linkMade'), hint: t('linkHint'), label: t('link'), copy: t('copy'), copied: t('copied') }} />
      </ActionForm>
      <ActionForm {...form} action={revokeInvitation} label={t('revokeOf', { email })}>
        <SubmitButton variant="subtle">{t('revoke')}</SubmitButton>
      </ActionForm>
    </div>
  );
}
