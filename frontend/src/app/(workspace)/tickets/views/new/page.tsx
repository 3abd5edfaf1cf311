import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { TextField } from '../../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import page from '../../../../../components/page.module.css';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { requirePermission } from '../../../../../lib/session.ts';
import { inOrderOf, layoutOf, listHref, readFilters, type SearchParams } from '../../filters.ts';
import { savedFilter } from '../../saved-filter.ts';
import { savedView } from '../../view-of.ts';
import { createView } from '../actions.ts';
import { ShareField } from '../share-field.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('views'))('save') };
}

export default async function NewViewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = readFilters(await searchParams);
  const [session, view, t, nav, error] = await Promise.all([
    requirePermission('ticket-view:write'),
    savedView(asked.values.view),
    getTranslations('views'),
    getTranslations('nav'),
    getTranslations('errors'),
  ]);
  const filters = inOrderOf(asked, view);
  const filter = savedFilter(filters, view, session.user.timeZone);
  if (!filter) redirect('/tickets');
  const hidden = { filter: JSON.stringify(filter), sort: filters.sort, layout: layoutOf(filters, view) };
  return (
    <>
      <PageHeader title={t('save')} parent={{ href: '/tickets', label: nav('tickets') }} />
      <ActionForm action={createView} tenant={session.tenant.id} hidden={hidden} className={page.form} traceLabel={error('trace')} label={t('save')}>
        <TextField name="name" label={t('name')} description={t('nameHint')} required autoFocus autoComplete="off" maxLength={60} />
        <ShareField session={session} isShared={false} />
        <div className={page.buttons}>
          <SubmitButton>{t('save')}</SubmitButton>
          <LinkButton href={listHref(filters)} variant="subtle">
            {t('cancel')}
          </LinkButton>
        </div>
      </ActionForm>
    </>
  );
}
