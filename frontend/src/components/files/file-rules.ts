import { getLocale, getTranslations } from 'next-intl/server';
import type { AttachmentLimits } from '../../lib/api-types.ts';
import { read } from '../../lib/session.ts';
import { fileSize } from './file-size.ts';

/** What the field says, in the reader's language; `{name}` is the file's. */
export interface FileWords {
  locale: string;
  attach: string;
  drop: string;
  hint: string;
  chosen: string;
  remove: string;
  keep: string;
  waiting: string;
  /** By code; `OTHER` for any other. */
  refused: Record<string, string>;
}

/** What the field of a form needs to know, for its page to hand on. */
export interface FileRules {
  limits: AttachmentLimits;
  words: FileWords;
}

/** Asked for by the page of a form with files. */
export async function readFileRules(): Promise<FileRules> {
  const limits = await read('/attachments/limits');
  return { limits, words: await fileWords(limits) };
}

async function fileWords({ bytes, files, endings }: AttachmentLimits): Promise<FileWords> {
  const [locale, t, field, code] = await Promise.all([
    getLocale(),
    getTranslations('files'),
    getTranslations('errors.field'),
    getTranslations('errors.code'),
  ]);
  const size = fileSize(bytes, locale);
  return {
    locale,
    attach: t('attach'),
    drop: t('drop'),
    hint: t('hint', { files, size, endings: endings.join(', ') }),
    chosen: t('chosen'),
    remove: t('remove', { name: '{name}' }),
    keep: t('keep', { name: '{name}' }),
    waiting: t('waiting'),
    refused: {
      FILE_EMPTY: field('FILE_EMPTY'),
      FILE_TYPE_REFUSED: t('typeRefused', { endings: endings.join(', ') }),
      FILE_MISMATCH: field('FILE_MISMATCH'),
      FILE_ACTIVE_CONTENT: field('FILE_ACTIVE_CONTENT'),
      TOO_LARGE: t('tooLarge', { size }),
      PAYLOAD_TOO_LARGE: t('tooLarge', { size }),
      TOO_MANY: t('tooMany', { files }),
      STORAGE_FULL: code('STORAGE_FULL'),
      QUOTA_EXCEEDED: t('tooManyWaiting'),
      WRONG_TENANT: code('WRONG_TENANT'),
      OTHER: t('failed'),
    },
  };
}
