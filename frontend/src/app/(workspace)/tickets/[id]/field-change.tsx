import { IconForms } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Time } from '../../../../components/marks/time.tsx';
import type { TimelineEntry } from '../../../../lib/api-types.ts';
import classes from './ticket.module.css';

/** One line of history about a field of the workspace's own. */
export function FieldChange({ entry }: { entry: TimelineEntry }) {
  const t = useTranslations('fields');
  const system = useTranslations('ticket')('system');
  const words: Record<string, string> = { true: t('yes'), false: t('no') };
  const told = { who: entry.author.name ?? system, label: entry.label ?? '' };
  return (
    <p className={classes.change}>
      <IconForms size={15} stroke={1.6} aria-hidden />
      <span>
        {entry.to === null ? t('change.cleared', told) : t('change.set', { ...told, to: words[entry.to] ?? entry.to })} ·{' '}
        <Time at={entry.at} isProse />
      </span>
    </p>
  );
}
