'use client';

import { PasswordField, TextField } from '../../../components/form/fields.tsx';
import { useFormState } from '../../../components/form/form-state.ts';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { Link } from '../../../components/link.tsx';
import type { SetUp } from './actions.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import classes from './two-factor.module.css';

interface SetUpStepsProps {
  /** True where there is one already. */
  isOn: boolean;
  words: Record<'password' | 'showPassword' | 'start' | 'scan' | 'typed' | 'picture' | 'code' | 'wrong' | 'confirm' | 'on' | 'codes' | 'continue', string>;
}

/** The steps of one form: the password, the secret with its first code, the recovery codes. */
export function SetUpSteps({ isOn, words }: SetUpStepsProps) {
  const { result } = useFormState();
  const shown = result?.success ? (result.data as SetUp) : null;
  if (shown?.step === 'done') return <RecoveryCodes codes={shown.recoveryCodes} lead={words.codes} next={{ href: '/', label: words.continue }} />;
  if (shown) {
    return (
      <>
        <input type="hidden" name="uri" value={shown.uri} />
        <p>{words.scan}</p>
        {/* A drawing of a few hundred bytes that stands in the page itself. */}
        <img src={shown.picture} alt={words.picture} width={196} height={196} className={classes.picture} />
        <p className={classes.typed}>
          {words.typed} <code>{shown.key.replace(/.{4}(?=.)/g, '$& ')}</code>
        </p>
        <TextField
          key={shown.uri}
          name="code"
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          error={shown.isWrong ? words.wrong : undefined}
          required
          autoFocus
        />
        <SubmitButton fullWidth>{words.confirm}</SubmitButton>
      </>
    );
  }
  if (isOn) {
    return (
      <p>
        {words.on} <Link href="/account">{words.continue}</Link>
      </p>
    );
  }
  return (
    <>
      <PasswordField name="password" label={words.password} autoComplete="current-password" showLabel={words.showPassword} required />
      <SubmitButton fullWidth>{words.start}</SubmitButton>
    </>
  );
}
