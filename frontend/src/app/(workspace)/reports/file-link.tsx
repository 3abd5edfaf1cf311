import { useTranslations } from 'next-intl';
import { fileHref, type Period, type ReportFile } from './period.ts';
import classes from './reports.module.css';

/** A table's rows as a file. A plain link: the browser downloads it. `table` is what the table is called. */
export function FileLink({ of, period, table }: { of: ReportFile; period: Period; table: string }) {
  const t = useTranslations('reports');
  return (
    <a href={fileHref(of, period)} className={classes.file} aria-label={t('fileOf', { table })} download>
      {t('file')}
    </a>
  );
}
