import { OUTCOMES } from '@kontor/contracts/operations';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import page from '../../../../components/page.module.css';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { read, requireSession } from '../../../../lib/session.ts';
import { cancelOperation } from '../actions.ts';
import { OperationProgress } from '../operation-progress.tsx';
import { StayFresh } from '../stay-fresh.tsx';
import { FileLink } from './file-link.tsx';
import { RefusedItems } from './refused-items.tsx';
import { RunImport } from './run-import.tsx';
import classes from '../operations.module.css';

interface OperationPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ cursor?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations'))('title') };
}

/** How far a piece of long work is, and what came of it. */
export default async function OperationPage({ params, searchParams }: OperationPageProps) {
  const [{ id }, { cursor }] = await Promise.all([params, searchParams]);
  const [session, operation, refused, t, error] = await Promise.all([
    requireSession(),
    read('/operations/{id}', { path: { id } }),
    read('/operations/{id}/items', { path: { id }, query: { outcome: 'refused', limit: 50, cursor } }),
    getTranslations('operations'),
    getTranslations('errors'),
  ]);
  const isUnderWay = operation.finishedAt === null;
  const counted = OUTCOMES.filter((outcome) => operation.counts[outcome] > 0);
  const title = t(`kind.${operation.isDryRun ? 'contact_import_check' : operation.kind}`);
  return (
    <>
      <PageHeader title={title} parent={{ href: '/operations', label: t('title') }} />
      {isUnderWay && <StayFresh />}
      <div className={page.narrow}>
        <section className={page.section}>
          <OperationProgress operation={operation} />
          {operation.problem && <p className={classes.problem}>{error(`code.${operation.problem.code as 'FORBIDDEN'}`, { seconds: 0 })}</p>}
          {counted.length > 0 && (
            <dl className={classes.counts}>
              {counted.map((outcome) => (
                <div key={outcome} data-outcome={outcome}>
                  <dt>{t(`${operation.isDryRun ? 'would' : 'outcome'}.${outcome}`)}</dt>
                  <dd>{operation.counts[outcome]}</dd>
                </div>
              ))}
            </dl>
          )}
          {operation.fileName && <p className={page.lead}>{t('fromFile', { name: operation.fileName })}</p>}
          {operation.ignoredColumns.length > 0 && <p className={page.lead}>{t('ignoredColumns', { columns: operation.ignoredColumns.join(', ') })}</p>}
          {isUnderWay && <p className={page.lead}>{t('leave')}</p>}
          {operation.expiresAt && <p className={page.lead}>{t('kept', { at: new Date(operation.expiresAt) })}</p>}
          {operation.isDryRun && operation.state === 'done' && <RunImport operation={operation} tenant={session.tenant.id} />}
          <div className={page.buttons}>
            <FileLink operation={operation} />
            {isUnderWay && (
              <ActionForm action={cancelOperation} tenant={session.tenant.id} hidden={{ id }} traceLabel={error('trace')} label={t('cancel')}>
                <SubmitButton variant="default">{t('cancel')}</SubmitButton>
              </ActionForm>
            )}
          </div>
        </section>
        <RefusedItems operation={operation} items={refused.items} nextCursor={refused.nextCursor} />
      </div>
    </>
  );
}
