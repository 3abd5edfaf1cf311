import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../components/data-table.tsx';
import table from '../../../components/data-table.module.css';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Link } from '../../../components/link.tsx';
import { Time } from '../../../components/marks/time.tsx';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { can, read, requireSession } from '../../../lib/session.ts';
import { OperationProgress } from './operation-progress.tsx';
import { StayFresh } from './stay-fresh.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations'))('title') };
}

/** One's own long work, found again. */
export default async function OperationsPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const [session, operations, t, imports] = await Promise.all([requireSession(), read('/operations', { query: { limit: 50, cursor } }), getTranslations('operations'), getTranslations('import')]);
  const isRunning = operations.items.some(({ finishedAt }) => finishedAt === null);
  return (
    <>
      <PageHeader title={t('title')} />
      {isRunning && <StayFresh />}
      {operations.items.length === 0 && <EmptyState title={t('empty')} text={t('emptyText')} {...(can(session, 'contact:import') && { action: { href: '/contacts/import', label: imports('title') } })} />}
      {operations.items.length > 0 && (
        <DataTable
          label={t('title')}
          columns={[t('what'), t('progress'), t('started')]}
          rows={operations.items.map((operation) => ({
            id: operation.id,
            isQuiet: operation.state === 'cancelled',
            cells: [
              <Link key="what" href={`/operations/${operation.id}`} className={table.main} data-row>
                {t(`kind.${operation.isDryRun ? 'contact_import_check' : operation.kind}`)}
              </Link>,
              <OperationProgress key="progress" operation={operation} />,
              <Time key="started" at={operation.createdAt} />,
            ],
          }))}
          firstPage={cursor ? { href: '/operations', label: t('firstPage') } : undefined}
          nextPage={operations.nextCursor ? { href: `/operations?cursor=${encodeURIComponent(operations.nextCursor)}`, label: t('nextPage') } : undefined}
        />
      )}
    </>
  );
}
