import { AUDIT_ACTIONS } from '@kontor/contracts/audit';
import { useTranslations } from 'next-intl';
import { LinkButton } from '../../../../components/link-button.tsx';
import theme from '../../../../components/theme.module.css';
import type { Member } from '../../../../lib/api-types.ts';
import { AUDIT_PATH, auditHref, type AuditFilters } from './audit-query.ts';
import classes from './audit.module.css';

/** Narrows the list down; its state is the address. */
export function AuditFilter({ filters, members }: { filters: AuditFilters; members: readonly Member[] }) {
  const t = useTranslations('audit');
  const { action, actor, from, to } = filters;
  return (
    <form action={AUDIT_PATH} method="get" role="search" aria-label={t('filter')} className={classes.filters} key={auditHref(filters)}>
      <label>
        {t('what')}
        <select name="action" defaultValue={action ?? ''}>
          <option value="">{t('everything')}</option>
          {AUDIT_ACTIONS.map((one) => (
            <option key={one} value={one}>
              {t(`action.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('who')}
        <select name="actor" defaultValue={actor ?? ''}>
          <option value="">{t('everybody')}</option>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('from')}
        <input type="date" name="from" defaultValue={from} />
      </label>
      <label>
        {t('to')}
        <input type="date" name="to" defaultValue={to} />
      </label>
      <button type="submit" className={theme.button} data-variant="default">
        {t('show')}
      </button>
      {Object.keys(filters).length > 0 && (
        <LinkButton href={AUDIT_PATH} variant="subtle">
          {t('clear')}
        </LinkButton>
      )}
    </form>
  );
}
