import { useTranslations } from 'next-intl';
import table from '../../../../components/data-table.module.css';
import type { AuditEntry } from '../../../../lib/api-types.ts';
import classes from './audit.module.css';

/** Details that are told in words, and those that are names of the API; the others only say which thing it was. */
const WORDS = ['role', 'by', 'step', 'kind'] as const;
const NAMES = ['code', 'route', 'scopes'] as const;

/** What was done, how often, and what is known of it. */
export function AuditDeed({ entry: { action, count, details } }: { entry: AuditEntry }) {
  const t = useTranslations('audit');
  const known = details as Record<string, string>;
  const words = WORDS.flatMap((name) => (known[name] ? [t(`detail.${name}`, { value: known[name] })] : []));
  const names = NAMES.flatMap((name) => known[name] ?? []);
  return (
    <div className={classes.deed}>
      <span className={classes.action}>{t(`action.${action}`)}</span>
      {count > 1 && <span> {t('times', { count })}</span>}
      {words.length > 0 && <span className={table.second}>{words.join(' · ')}</span>}
      {names.length > 0 && <code className={table.second}>{names.join(' ')}</code>}
    </div>
  );
}

/** A member by name; a program by the member whose key it has. */
export function AuditActor({ actor: { type, name } }: { actor: AuditEntry['actor'] }) {
  const t = useTranslations('audit');
  if (type === 'service') return <>{t('program', { name: name ?? '–' })}</>;
  return <>{name ?? t(`actor.${type === 'user' ? 'unknown' : type}`)}</>;
}

/** Where it came from, and what else tells one caller from another. */
export function AuditOrigin({ entry: { address, userAgent, traceId } }: { entry: AuditEntry }) {
  const t = useTranslations('audit');
  if (address === null && userAgent === null) return <>–</>;
  return (
    <details className={classes.origin}>
      <summary>{address ?? '–'}</summary>
      {userAgent && <code className={table.second}>{userAgent}</code>}
      {traceId && <span className={table.second}>{t('trace', { id: traceId })}</span>}
    </details>
  );
}
