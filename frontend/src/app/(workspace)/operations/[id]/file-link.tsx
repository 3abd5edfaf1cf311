import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import theme from '../../../../components/theme.module.css';
import type { Operation } from '../../../../lib/api-types.ts';
import classes from '../operations.module.css';

/** The file of an export, or the refused rows of an import. A plain link: the browser downloads it. */
export function FileLink({ operation: { id, hasFile, kind, counts } }: { operation: Operation }) {
  const t = useTranslations('operations');
  const isImport = kind === 'contact_import';
  if (!hasFile || (isImport && counts.refused === 0)) return null;
  return (
    <a href={`/operations/${id}/file`} className={`${theme.button} ${classes.download}`} data-variant={isImport ? 'default' : 'filled'} download>
      <IconDownload size={15} stroke={1.75} aria-hidden />
      {t(isImport ? 'refusedRows' : 'download')}
    </a>
  );
}
