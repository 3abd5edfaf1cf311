import { PASSWORD_MIN } from '@kontor/contracts/locales';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { PasswordField } from '../../../components/form/fields.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import page from '../../../components/page.module.css';
import type { Session } from '../../../lib/api-types.ts';
import { changePassword } from './actions.ts';

export function PasswordForm({ session }: { session: Session }) {
  const t = useTranslations('account');
  const auth = useTranslations('auth');
  const error = useTranslations('errors');
  return (
    <section className={page.section}>
      <h2 className={page.heading}>{t('password')}</h2>
      <p className={page.lead}>{t('passwordLead')}</p>
      <ActionForm
        action={changePassword}
        tenant={session.tenant.id}
        className={page.fields}
        traceLabel={error('trace')}
        done={t('passwordChanged')}
        label={t('password')}
      >
        {/* Tells a password store whose password this is. */}
        <input type="text" autoComplete="username" value={session.user.email ?? ''} readOnly hidden />
        <div className={page.pair}>
          <PasswordField name="currentPassword" label={t('currentPassword')} autoComplete="current-password" showLabel={auth('showPassword')} required />
          <PasswordField
            name="newPassword"
            label={t('newPassword')}
            description={auth('passwordRule', { min: PASSWORD_MIN })}
            autoComplete="new-password"
            showLabel={auth('showPassword')}
            required
          />
        </div>
        <div className={page.buttons}>
          <SubmitButton variant="default">{t('changePassword')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
