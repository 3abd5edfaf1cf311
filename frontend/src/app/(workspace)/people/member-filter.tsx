import { MEMBER_STATUSES, ROLES } from '@kontor/contracts/permissions';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { AutoSubmit } from '../../../components/form/auto-submit.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import theme from '../../../components/theme.module.css';
import type { Team } from '../../../lib/api-types.ts';
import { MEMBER_SORTS, type MemberFilters } from './member-query.ts';
import classes from './people.module.css';

interface Choice {
  name: string;
  label: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
}

function Select({ name, label, value = '', options }: Choice) {
  return (
    <select key={value} name={name} aria-label={label} defaultValue={value} className={classes.filter}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Narrows the list down; its state is the address. */
export function MemberFilter({ filters, teams }: { filters: MemberFilters; teams: readonly Team[] }) {
  const t = useTranslations('people');
  const { q, role, status, team, sort } = filters;
  const any = (label: string) => ({ value: '', label });
  return (
    <form action="/people" method="get" role="search" aria-label={t('filter.label')} className={classes.filters}>
      <label className={classes.search}>
        <IconSearch size={15} stroke={1.6} aria-hidden />
        <input type="search" name="q" defaultValue={q} placeholder={t('filter.q')} aria-label={t('filter.q')} maxLength={120} />
      </label>
      <AutoSubmit>
        <div className={classes.choices}>
          <Select name="role" label={t('roleLabel')} value={role} options={[any(t('filter.anyRole')), ...ROLES.map((value) => ({ value, label: t(`role.${value}`) }))]} />
          <Select
            name="status"
            label={t('statusLabel')}
            value={status}
            options={[any(t('filter.anyStatus')), ...MEMBER_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))]}
          />
          {teams.length > 0 && (
            <Select name="team" label={t('team')} value={team} options={[any(t('filter.anyTeam')), ...teams.map(({ id, name }) => ({ value: id, label: name }))]} />
          )}
          <Select name="sort" label={t('filter.sort')} value={sort} options={MEMBER_SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))} />
        </div>
      </AutoSubmit>
      <button type="submit" className={`${theme.button} without-script`} data-variant="default">
        {t('filter.apply')}
      </button>
      {(q ?? role ?? status ?? team) && (
        <LinkButton href="/people" variant="subtle">
          {t('filter.clear')}
        </LinkButton>
      )}
    </form>
  );
}
