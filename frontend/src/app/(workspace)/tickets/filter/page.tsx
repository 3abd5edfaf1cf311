import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '../../../../components/link-button.tsx';
import page from '../../../../components/page.module.css';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import theme from '../../../../components/theme.module.css';
import { requirePermission } from '../../../../lib/session.ts';
import { listHref, nestedFilter, readFilters, type SearchParams } from '../filters.ts';
import { savedView } from '../view-of.ts';
import { builderOf, filterOf, NEW_ROW, sentBuilder, type Builder } from './builder.ts';
import { ConditionRow } from './condition-row.tsx';
import { readFields } from './fields.ts';
import { MatchField } from './match-field.tsx';
import classes from './filter.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('builder'))('title') };
}

const EMPTY: Builder = { match: 'all', groups: [{ match: 'all', rows: [NEW_ROW] }] };

/** Nested conditions as one plain form whose whole state is the address: it needs no script. */
export default async function FilterPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const filters = readFilters(params);
  const session = await requirePermission('ticket:read');
  const [view, fields, t, nav] = await Promise.all([savedView(filters.values.view), readFields(session), getTranslations('builder'), getTranslations('nav')]);
  const kinds = new Map(fields.map(({ name, kind }) => [name, kind]));
  const sent = sentBuilder(params, kinds);
  if (sent && params['do'] === 'show') {
    const filter = filterOf(sent);
    redirect(listHref(filters, { filter: filter && JSON.stringify(filter) }));
  }
  const known = sent ?? builderOf(nestedFilter(filters, view));
  const builder = known ?? EMPTY;
  return (
    <>
      <PageHeader title={t('title')} parent={{ href: '/tickets', label: nav('tickets') }} />
      <form action="/tickets/filter" method="get" className={page.form} aria-label={t('title')}>
        {/* Enter in any field shows the tickets. */}
        <button type="submit" name="do" value="show" className={classes.first} tabIndex={-1} aria-hidden />
        {Object.entries(filters.values).map(([name, value]) => name !== 'filter' && <input key={name} type="hidden" name={name} value={value} />)}
        {filters.sort !== filters.usualSort && <input type="hidden" name="sort" value={filters.sort} />}
        {!known && <p className={page.lead}>{t('tooDeep')}</p>}
        {builder.groups.length > 1 ? <MatchField name="match" value={builder.match} words={{ label: t('groups'), all: t('allGroups'), any: t('anyGroup') }} /> : <input type="hidden" name="match" value={builder.match} />}
        {builder.groups.map((group, g) => (
          <fieldset key={g} className={classes.group}>
            <legend className="visually-hidden">{t('group', { number: g + 1 })}</legend>
            <MatchField name={`m${g}`} value={group.match} words={{ label: t('conditions'), all: t('all'), any: t('any') }} />
            {group.rows.map((row, r) => (
              <ConditionRow key={r} at={`${g}.${r}`} row={row} fields={fields} />
            ))}
            <button type="submit" name="do" value={`add-${g}`} className={classes.add}>
              <IconPlus size={14} stroke={1.75} aria-hidden />
              {t('add')}
            </button>
          </fieldset>
        ))}
        <button type="submit" name="do" value="group" className={classes.add}>
          <IconPlus size={14} stroke={1.75} aria-hidden />
          {t('addGroup')}
        </button>
        <div className={page.buttons}>
          <button type="submit" name="do" value="show" className={theme.button} data-variant="filled">
            {t('show')}
          </button>
          <button type="submit" name="do" value="renew" className={`${theme.button} without-script`} data-variant="default">
            {t('renew')}
          </button>
          <LinkButton href={listHref(filters)} variant="subtle">
            {t('cancel')}
          </LinkButton>
        </div>
      </form>
    </>
  );
}
