import { LOCALES, THEMES } from '@kontor/contracts/locales';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { SelectField, TextField } from '../../../components/form/fields.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { zones } from '../../../components/form/zones.ts';
import page from '../../../components/page.module.css';
import type { Session } from '../../../lib/api-types.ts';
import { updateProfile } from './actions.ts';

export function ProfileForm({ session }: { session: Session }) {
  const t = useTranslations('account');
  const error = useTranslations('errors');
  const { user, tenant } = session;
  return (
    <section className={page.section}>
      <h2 className={page.heading}>{t('profile')}</h2>
      <p className={page.lead}>{user.email}</p>
      <ActionForm action={updateProfile} tenant={tenant.id} className={page.fields} traceLabel={error('trace')} done={t('saved')} label={t('profile')}>
        <div className={page.pair}>
          <TextField name="name" label={t('name')} defaultValue={user.name} autoComplete="name" required />
          <SelectField
            name="locale"
            label={t('language')}
            options={LOCALES.map((value) => ({ value, label: t(`locale.${value}`) }))}
            defaultValue={user.locale}
          />
        </div>
        <div className={page.pair}>
          <SelectField name="timeZone" label={t('timeZone')} options={zones(user.timeZone)} defaultValue={user.timeZone} />
          <SelectField
            name="theme"
            label={t('theme')}
            options={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
            defaultValue={user.theme}
          />
        </div>
        <div className={page.buttons}>
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
