import { THEMES } from '@kontor/contracts/locales';
import { useTranslations } from 'next-intl';
import { updateTheme } from '../../app/(workspace)/actions.ts';
import type { Session } from '../../lib/api-types.ts';
import { ActionForm } from '../form/action-form.tsx';
import classes from './menu.module.css';

/** Light, dark, or as the system has it: one press. */
export function ThemeChoice({ session }: { session: Session }) {
  const t = useTranslations('nav');
  const theme = useTranslations('account.themes');
  const error = useTranslations('errors');
  return (
    <ActionForm action={updateTheme} tenant={session.tenant.id} traceLabel={error('trace')} label={t('theme')} className={classes.themes}>
      {THEMES.map((value) => (
        <button key={value} type="submit" name="theme" value={value} aria-pressed={session.user.theme === value} data-command={t('themeCommand', { theme: theme(value) })}>
          {theme(value)}
        </button>
      ))}
    </ActionForm>
  );
}
