import { useTranslations } from 'next-intl';
import type { Member } from '../../../lib/api-types.ts';
import { SelectFilter } from './select-filter.tsx';

interface AssigneeFilterProps {
  value: string | undefined;
  members: readonly Member[];
  userId: string;
}

/** By assignee; the reader is `me`, also where a link names the reader by id. */
export function AssigneeFilter({ value, members, userId }: AssigneeFilterProps) {
  const t = useTranslations('tickets');
  const options = [
    { value: 'me', label: t('filter.me') },
    { value: 'none', label: t('filter.none') },
    ...members.filter(({ id }) => id !== userId).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <SelectFilter
      name="assignee"
      label={t('column.assignee')}
      value={value === userId ? 'me' : value}
      any={t('filter.anyone')}
      options={options}
    />
  );
}
