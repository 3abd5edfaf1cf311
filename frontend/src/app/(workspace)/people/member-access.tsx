import { ROLES, VISIBILITIES, type Role } from '@kontor/contracts/permissions';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { AutoSubmit } from '../../../components/form/auto-submit.tsx';
import { SelectField } from '../../../components/form/fields.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { VersionField } from '../../../components/form/version-field.tsx';
import type { Member, Session } from '../../../lib/api-types.ts';
import { can } from '../../../lib/session.ts';
import { updateMember } from './actions.ts';
import classes from './people.module.css';

/** Only an owner makes or unmakes an owner, and never of a service member. */
function rolesOnOffer(session: Session, member: Member): Role[] {
  if (session.role === 'owner' && member.kind === 'person') return ROLES;
  return member.role === 'owner' ? [] : ROLES.filter((role) => role !== 'owner');
}

/** What a member may do and which tickets it sees: a form for those who may change it, words for the others. */
export function MemberAccess({ member, session }: { member: Member; session: Session }) {
  const t = useTranslations('people');
  const error = useTranslations('errors');
  const roles = rolesOnOffer(session, member);
  const mayEdit = can(session, 'member:update') && member.status === 'active' && roles.length > 0;
  if (!mayEdit) {
    return (
      <span>
        {t(`role.${member.role}`)} · {t(`visibility.${member.ticketVisibility}`)}
      </span>
    );
  }
  return (
    <ActionForm
      action={updateMember}
      tenant={session.tenant.id}
      hidden={{ id: member.id }}
      className={classes.access}
      traceLabel={error('trace')}
      label={t('accessOf', { name: member.name })}
    >
      <VersionField version={member.version} />
      <AutoSubmit>
        <div className={classes.selects}>
          <SelectField
            name="role"
            label={t('roleLabel')}
            options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
            defaultValue={member.role}
            className={classes.select}
          />
          <SelectField
            name="ticketVisibility"
            label={t('visibilityLabel')}
            options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
            defaultValue={member.ticketVisibility}
            className={classes.select}
          />
        </div>
      </AutoSubmit>
      <SubmitButton variant="default" className="without-script">
        {t('save')}
      </SubmitButton>
    </ActionForm>
  );
}
