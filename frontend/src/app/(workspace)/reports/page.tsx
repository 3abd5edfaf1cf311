import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { read, requirePermission } from '../../../lib/session.ts';
import { DayCharts } from './day-charts.tsx';
import { Figures } from './figures.tsx';
import { GroupTable } from './group-table.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { readPeriod } from './period.ts';
import classes from './reports.module.css';

interface ReportsPageProps {
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('reports') };
}

const GROUPS = ['agent', 'team', 'tag', 'channel'] as const;
/** As they stand beside each other: what is long in the first column. */
const COLUMNS = [['agent', 'tag'], ['team', 'channel']] as const;

/** Volume, times and backlog of a period, as far as the reader sees tickets. */
export default async function ReportsPage({ searchParams }: ReportsPageProps) {
  const [params, session, nav, t] = await Promise.all([searchParams, requirePermission('ticket:read'), getTranslations('nav'), getTranslations('reports')]);
  const { timeZone } = session.user;
  const now = new Date().getTime();
  const period = readPeriod(params, now, timeZone);
  const [days, all, ...groups] = await Promise.all([
    read('/reports/days', { query: period }),
    read('/reports/times', { query: { ...period, by: 'all' } }),
    ...GROUPS.map((by) => read('/reports/times', { query: { ...period, by } })),
  ]);
  return (
    <>
      <PageHeader title={nav('reports')} />
      <div className={classes.page}>
        <PeriodChoice period={period} now={now} timeZone={timeZone} />
        <Figures period={period} all={all.items[0]} days={days.items} />
        <DayCharts days={days.items} period={period} />
        <div className={classes.groups}>
          {COLUMNS.map((column) => (
            <div key={column.join()} className={classes.column}>
              {column.map((group) => (
                <GroupTable key={group} group={group} rows={groups[GROUPS.indexOf(group)]?.items ?? []} period={period} />
              ))}
            </div>
          ))}
        </div>
        <p className={classes.note}>{t('note')}</p>
      </div>
    </>
  );
}
