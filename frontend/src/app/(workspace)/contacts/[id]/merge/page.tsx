import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import page from '../../../../../components/page.module.css';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { read, requirePermission } from '../../../../../lib/session.ts';
import { MergeForm } from './merge-form.tsx';
import { MergeSearch } from './merge-search.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contacts'))('merge') };
}

interface MergePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ q?: string; with?: string }>;
}

/** First whom to merge with is found, then both stand side by side. */
export default async function MergePage({ params, searchParams }: MergePageProps) {
  const [{ id }, { q = '', with: sourceId }] = await Promise.all([params, searchParams]);
  const [session, contact, source, t] = await Promise.all([
    requirePermission('contact:merge'),
    read('/contacts/{id}', { path: { id } }),
    sourceId === undefined ? null : read('/contacts/{id}', { path: { id: sourceId } }),
    getTranslations('contacts'),
  ]);
  return (
    <>
      <PageHeader title={t('merge')} parent={{ href: `/contacts/${id}`, label: contact.name }} />
      <div className={page.narrow}>
        <p className={page.lead}>{t('mergeText')}</p>
        {source ? <MergeForm target={contact} source={source} tenant={session.tenant.id} /> : <MergeSearch contact={contact} q={q} />}
      </div>
    </>
  );
}
