import { useLocale, useTranslations } from 'next-intl';
import type { Attachment } from '../../lib/api-types.ts';
import { FileMark } from './file-mark.tsx';
import { fileSize } from './file-size.ts';
import classes from './files.module.css';

/** The files of a message, each to be downloaded. */
export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  const t = useTranslations('files');
  const locale = useLocale();
  if (attachments.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={t('list')}>
      {attachments.map(({ id, name, size }) => (
        <li key={id}>
          <a href={`/files/${id}`} download={name} className={classes.file}>
            <FileMark name={name} />
            <span className={classes.name}>{name}</span>
            <span className={classes.quiet}>{fileSize(size, locale)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
