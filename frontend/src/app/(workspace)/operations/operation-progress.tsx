import { useTranslations } from 'next-intl';
import type { Operation } from '../../../lib/api-types.ts';
import classes from './operations.module.css';

/** How far it is: a state in words, and a bar while it goes on. */
export function OperationProgress({ operation }: { operation: Operation }) {
  const t = useTranslations('operations');
  const { kind, state, position, total } = operation;
  const isUnderWay = state === 'queued' || state === 'running';
  return (
    <div className={classes.progress}>
      <span className={classes.state} data-state={state}>
        {t(`state.${state}`)}
      </span>
      {isUnderWay && <progress value={position} max={Math.max(total ?? 0, position, 1)} aria-label={t('progress')} className={classes.meter} />}
      {total !== null && <span className={classes.numbers}>{isUnderWay ? t('ofTotal', { position, total }) : t(`all.${kind}`, { total })}</span>}
    </div>
  );
}
