import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { TextField } from '../../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import page from '../../../../../components/page.module.css';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { requirePermission } from '../../../../../lib/session.ts';
import { inOrderOf, isFiltered, layoutOf, listHref, readFilters, type SearchParams } from '../../filters.ts';
import { savedFilter } from '../../saved-filter.ts';
import { readView, savedView } from '../../view-of.ts';
import { deleteView, updateView } from '../actions.ts';
import { ShareField } from '../share-field.tsx';
import classes from '../views.module.css';

interface ViewPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('views'))('edit') };
}

/** A view's name, place and who sees it; and, coming from the list, its filters anew. */
export default async function ViewPage({ params, searchParams }: ViewPageProps) {
  const [{ id }, asked] = [await params, readFilters(await searchParams)];
  const [session, view, saved, t, nav, error] = await Promise.all([
    requirePermission('ticket-view:write'),
    readView(id),
    savedView(id),
    getTranslations('views'),
    getTranslations('nav'),
    getTranslations('errors'),
  ]);
  const filters = inOrderOf(asked, saved);
  const filter = savedFilter(filters, saved, session.user.timeZone);
  const isRenewed = isFiltered(filters) || filters.sort !== view.sort || layoutOf(filters, saved) !== view.layout;
  const hidden = { id, version: String(view.version), filter: JSON.stringify(filter ?? view.filter), sort: filters.sort, layout: layoutOf(filters, saved) };
  return (
    <>
      <PageHeader title={view.name} parent={{ href: '/tickets', label: nav('tickets') }} />
      <ActionForm action={updateView} tenant={session.tenant.id} hidden={hidden} className={page.form} traceLabel={error('trace')} label={t('edit')}>
        <TextField name="name" label={t('name')} defaultValue={view.name} required autoComplete="off" maxLength={60} />
        <TextField name="place" type="number" label={t('place')} description={t('placeHint')} defaultValue={String(view.place)} min={0} max={1000} />
        {isRenewed && (
          <label className={classes.check}>
            <input type="checkbox" name="renewed" value="yes" defaultChecked />
            {t('renewed')}
          </label>
        )}
        <ShareField session={session} isShared={view.shared} />
        <div className={page.buttons}>
          <SubmitButton>{t('update')}</SubmitButton>
          <LinkButton href={listHref(filters, { view: id })} variant="subtle">
            {t('cancel')}
          </LinkButton>
        </div>
      </ActionForm>
      <details className={classes.remove}>
        <summary>{t('delete')}</summary>
        <p>{view.shared ? t('deleteShared') : t('deleteText')}</p>
        <ActionForm action={deleteView} tenant={session.tenant.id} hidden={{ id }} traceLabel={error('trace')} label={t('delete')}>
          <SubmitButton variant="danger">{t('delete')}</SubmitButton>
        </ActionForm>
      </details>
    </>
  );
}
