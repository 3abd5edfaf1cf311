import { useTranslations } from 'next-intl';
import { PasswordField, TextField } from '../../../components/form/fields.tsx';

/** What weakens an account is done by who knows its password and holds its authenticator or a recovery code. */
export function ProofFields() {
  const t = useTranslations('secondFactor');
  const auth = useTranslations('auth');
  return (
    <>
      <PasswordField name="password" label={auth('presentPassword')} autoComplete="current-password" showLabel={auth('showPassword')} required />
      <TextField name="code" label={t('proofCode')} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required />
    </>
  );
}
