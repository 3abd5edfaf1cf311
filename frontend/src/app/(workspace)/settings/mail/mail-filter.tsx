import { MAIL_KINDS, MAIL_STATES, type MailKind, type MailState } from '@kontor/contracts/mail';
import { useTranslations } from 'next-intl';
import { AutoSubmit } from '../../../../components/form/auto-submit.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import theme from '../../../../components/theme.module.css';
import classes from './mail.module.css';

export interface MailFilters {
  kind?: MailKind | undefined;
  state?: MailState | undefined;
}

/** Narrows the list down; its state is the address. */
export function MailFilter({ kind, state }: MailFilters) {
  const t = useTranslations('mail');
  return (
    <form action="/settings/mail" method="get" role="search" aria-label={t('filter')} className={classes.filters}>
      <AutoSubmit>
        <div className={classes.choices}>
          <select key={`kind ${kind}`} name="kind" aria-label={t('kindLabel')} defaultValue={kind ?? ''} className={classes.filter}>
            <option value="">{t('anyKind')}</option>
            {MAIL_KINDS.map((value) => (
              <option key={value} value={value}>
                {t(`kind.${value}`)}
              </option>
            ))}
          </select>
          <select key={`state ${state}`} name="state" aria-label={t('stateLabel')} defaultValue={state ?? ''} className={classes.filter}>
            <option value="">{t('anyState')}</option>
            {MAIL_STATES.map((value) => (
              <option key={value} value={value}>
                {t(`state.${value}`)}
              </option>
            ))}
          </select>
        </div>
      </AutoSubmit>
      <button type="submit" className={`${theme.button} without-script`} data-variant="default">
        {t('apply')}
      </button>
      {(kind ?? state) && (
        <LinkButton href="/settings/mail" variant="subtle">
          {t('clear')}
        </LinkButton>
      )}
    </form>
  );
}
