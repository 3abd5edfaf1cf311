import { LOCALES } from '@kontor/contracts/locales';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { CheckField, SelectField, TextField } from '../../../components/form/fields.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { VersionField } from '../../../components/form/version-field.tsx';
import { zones } from '../../../components/form/zones.ts';
import page from '../../../components/page.module.css';
import type { Session, Workspace } from '../../../lib/api-types.ts';
import { can } from '../../../lib/session.ts';
import { updateWorkspace } from './actions.ts';
import classes from './settings.module.css';

/** What the workspace is called and where it is: a form for owners, words for the others. */
export function WorkspaceForm({ session, workspace }: { session: Session; workspace: Workspace }) {
  const t = useTranslations('settings');
  const locale = useTranslations('account.locale');
  const error = useTranslations('errors');
  if (!can(session, 'tenant:update')) {
    return (
      <>
        <p className={page.lead}>{t('ownersOnly')}</p>
        <dl className={classes.facts}>
          <dt>{t('name')}</dt>
          <dd>{workspace.name}</dd>
          <dt>{t('timeZone')}</dt>
          <dd>{workspace.timeZone.replaceAll('_', ' ')}</dd>
          <dt>{t('language')}</dt>
          <dd>{locale(workspace.locale)}</dd>
          <dt>{t('autoClose')}</dt>
          <dd>{workspace.autoCloseDays === null ? t('autoCloseNever') : t('autoCloseDays', { days: workspace.autoCloseDays })}</dd>
        </dl>
      </>
    );
  }
  return (
    <ActionForm action={updateWorkspace} tenant={session.tenant.id} className={page.fields} traceLabel={error('trace')} done={t('saved')} label={t('section.workspace')}>
      <VersionField version={workspace.version} />
      <TextField name="name" label={t('name')} defaultValue={workspace.name} required />
      <div className={page.pair}>
        <SelectField name="timeZone" label={t('timeZone')} options={zones(workspace.timeZone)} defaultValue={workspace.timeZone} />
        <SelectField
          name="locale"
          label={t('language')}
          description={t('languageHint')}
          options={LOCALES.map((value) => ({ value, label: locale(value) }))}
          defaultValue={workspace.locale}
        />
      </div>
      <TextField
        name="autoCloseDays"
        label={t('autoClose')}
        description={t('autoCloseHint')}
        defaultValue={workspace.autoCloseDays === null ? '' : String(workspace.autoCloseDays)}
        inputMode="numeric"
        autoComplete="off"
      />
      <CheckField name="requiresSecondFactor" label={t('requiresSecondFactor')} description={t('requiresSecondFactorHint')} isChecked={workspace.requiresSecondFactor} />
      <CheckField name="mailsReplies" label={t('mailsReplies')} description={t('mailsRepliesHint')} isChecked={workspace.mailsReplies} />
      <div className={page.buttons}>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
