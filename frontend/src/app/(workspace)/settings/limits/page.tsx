import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { DataTable } from '../../../../components/data-table.tsx';
import table from '../../../../components/data-table.module.css';
import page from '../../../../components/page.module.css';
import { read, requirePermission } from '../../../../lib/session.ts';
import settings from '../settings.module.css';
import { Used } from './used.tsx';
import { Wait } from './wait.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('limits'))('title') };
}

/** What the workspace has used of its limits just now, and who has. */
export default async function LimitsPage() {
  const [, { limits, use, quotas, ofAllProcesses }, t] = await Promise.all([requirePermission('limit:read'), read('/limits'), getTranslations('limits')]);
  const usedAndBack = [t('used'), t('full')];
  return (
    <>
      <div>
        <h1 className={settings.title}>{t('title')}</h1>
        <p className={page.lead}>{t('lead')}</p>
      </div>
      <dl className={settings.facts}>
        {limits.map(({ name, capacity }) => (
          <Fragment key={name}>
            <dt>{t(`class.${name}`)}</dt>
            <dd>{t('perMinute', { count: capacity })}</dd>
          </Fragment>
        ))}
      </dl>
      <section className={page.section}>
        <h2 className={page.heading}>{t('now')}</h2>
        <p className={page.lead}>{ofAllProcesses ? t('nowLead') : t('nowLeadOne')}</p>
        {use.length === 0 ? (
          <p>{t('unused')}</p>
        ) : (
          <DataTable
            label={t('now')}
            columns={[t('person'), t('limit'), ...usedAndBack]}
            rows={use.map(({ person, limit, used, capacity, reset }) => ({
              id: `${person.id} ${limit}`,
              cells: [
                <span key="person" className={table.main}>
                  {person.name}
                </span>,
                t(`class.${limit}`),
                <Used key="used" used={used} capacity={capacity} />,
                <Wait key="reset" seconds={reset} />,
              ],
            }))}
          />
        )}
      </section>
      <section className={page.section}>
        <h2 className={page.heading}>{t('quotas')}</h2>
        <p className={page.lead}>{t('quotasLead')}</p>
        {quotas.length === 0 ? (
          <p>{t('unusedQuotas')}</p>
        ) : (
          <DataTable
            label={t('quotas')}
            columns={[t('quota'), t('countedBy'), ...usedAndBack]}
            rows={quotas.map(({ name, subject, person, used, capacity, reset }, place) => ({
              id: String(place),
              cells: [
                <span key="name" className={table.main}>
                  {t.has(`quotaName.${name}` as 'quotaName.PASSWORD_RESET') ? t(`quotaName.${name}` as 'quotaName.PASSWORD_RESET') : name}
                </span>,
                person?.name ?? t(`subject.${subject}`),
                <Used key="used" used={used} capacity={capacity} />,
                <Wait key="reset" seconds={reset} />,
              ],
            }))}
          />
        )}
      </section>
    </>
  );
}
