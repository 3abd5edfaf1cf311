import { useTranslations } from 'next-intl';
import classes from './limits.module.css';

/** So many of so many, in figures and as a bar. */
export function Used({ used, capacity }: { used: number; capacity: number }) {
  const t = useTranslations('limits');
  return (
    <span className={classes.used}>
      <span className={classes.bar} aria-hidden>
        <span style={{ inlineSize: `${Math.min(100, (used / capacity) * 100)}%` }} data-spent={used >= capacity || undefined} />
      </span>
      {t('usedOf', { used, capacity })}
    </span>
  );
}
