import { ERRORS } from '@kontor/contracts/errors';
import { IMPORT_LIMITS } from '@kontor/contracts/operations';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '../../../../components/link-button.tsx';
import page from '../../../../components/page.module.css';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import theme from '../../../../components/theme.module.css';
import { requirePermission } from '../../../../lib/session.ts';
import classes from './import.module.css';

const REFUSED = ['REQUIRED', 'NO_NAME', 'INVALID_FORMAT', 'TOO_LARGE', 'PAYLOAD_TOO_LARGE'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') };
}

async function refusal(code: string): Promise<string> {
  const [t, error] = await Promise.all([getTranslations('import'), getTranslations('errors')]);
  const known = REFUSED.find((one) => one === code);
  if (known) return t(`refused.${known}`);
  return error(`code.${code in ERRORS ? (code as keyof typeof ERRORS) : 'MALFORMED_REQUEST'}`, { seconds: 60 });
}

/** A plain form with a file: it is looked through first, and nothing is imported yet. */
export default async function ImportPage({ searchParams }: { searchParams: Promise<{ refused?: string }> }) {
  const { refused } = await searchParams;
  const [session, t, nav] = await Promise.all([requirePermission('contact:import'), getTranslations('import'), getTranslations('nav')]);
  const problem = refused && (await refusal(refused));
  return (
    <>
      <PageHeader title={t('title')} parent={{ href: '/contacts', label: nav('contacts') }} />
      <form action="/contacts/import/upload" method="post" encType="multipart/form-data" className={page.form}>
        <input type="hidden" name="tenant" value={session.tenant.id} />
        <p className={page.lead}>{t('lead')}</p>
        <div className={classes.file}>
          <label htmlFor="file">{t('file')}</label>
          <input id="file" type="file" name="file" accept=".csv,text/csv" required aria-describedby="file-hint" {...(problem && { 'aria-invalid': true })} />
          <p id="file-hint" className={classes.hint}>
            {t('hint', { size: IMPORT_LIMITS.bytes / 1_048_576, rows: IMPORT_LIMITS.rows })}
          </p>
          {problem && (
            <p role="alert" className={classes.problem}>
              {problem}
            </p>
          )}
        </div>
        <p className={page.lead}>{t('columns')}</p>
        <div className={page.buttons}>
          <button type="submit" className={theme.button} data-variant="filled">
            {t('check')}
          </button>
          <LinkButton href="/contacts" variant="subtle">
            {t('cancel')}
          </LinkButton>
        </div>
      </form>
    </>
  );
}
