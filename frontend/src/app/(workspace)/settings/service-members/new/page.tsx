import { isAtMost, ROLES, VISIBILITIES } from '@kontor/contracts/permissions';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SelectField, TextField } from '../../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import page from '../../../../../components/page.module.css';
import { requirePermission } from '../../../../../lib/session.ts';
import settings from '../../settings.module.css';
import { createServiceMember } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('serviceMembers'))('new') };
}

export default async function NewServiceMemberPage() {
  const [session, t, people, error] = await Promise.all([
    requirePermission('service-member:create'),
    getTranslations('serviceMembers'),
    getTranslations('people'),
    getTranslations('errors'),
  ]);
  const roles = ROLES.filter((role) => role !== 'owner' && isAtMost(role, session.role));
  return (
    <>
      <h1 className={settings.title}>{t('new')}</h1>
      <ActionForm action={createServiceMember} tenant={session.tenant.id} className={page.fields} traceLabel={error('trace')} label={t('new')}>
        <TextField name="name" label={people('name')} description={t('nameHint')} maxLength={120} required autoFocus autoComplete="off" />
        <div className={page.pair}>
          <SelectField name="role" label={people('roleLabel')} options={roles.map((value) => ({ value, label: people(`role.${value}`) }))} defaultValue="agent" />
          <SelectField
            name="ticketVisibility"
            label={people('visibilityLabel')}
            options={VISIBILITIES.map((value) => ({ value, label: people(`visibility.${value}`) }))}
            defaultValue="all"
          />
        </div>
        <div className={page.buttons}>
          <SubmitButton shortcutLabel="Ctrl ↵">{t('create')}</SubmitButton>
          <LinkButton href="/settings/service-members" variant="subtle">
            {t('cancel')}
          </LinkButton>
        </div>
      </ActionForm>
    </>
  );
}
