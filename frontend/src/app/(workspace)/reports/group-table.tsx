import { useTranslations } from 'next-intl';
import { TICKET_CHANNELS, type TicketChannel } from '@kontor/contracts/tickets';
import { Link } from '../../../components/link.tsx';
import type { GroupReport } from '../../../lib/api-types.ts';
import { Duration } from './duration.tsx';
import { FileLink } from './file-link.tsx';
import { groupCondition, ticketsHref, type Group, type Period } from './period.ts';
import classes from './reports.module.css';

interface GroupTableProps {
  group: Group;
  rows: readonly GroupReport[];
  period: Period;
}

/** How much and how long by agent, team, tag or channel: a bar is drawn into its row, and leads to its list. */
export function GroupTable({ group, rows, period }: GroupTableProps) {
  const t = useTranslations('reports');
  const channel = useTranslations('reports.channel');
  const most = Math.max(1, ...rows.map(({ created }) => created));
  const nameOf = ({ id, name }: GroupReport) => {
    if (id === null) return t(`without.${group}`);
    const known = TICKET_CHANNELS.find((one): one is TicketChannel => group === 'channel' && one === id);
    return known ? channel(known) : name;
  };
  return (
    <section className={classes.group}>
      <div className={classes.head}>
        <h2>{t(`by.${group}`)}</h2>
        {rows.length > 0 && <FileLink of={group} period={period} table={t(`by.${group}`)} />}
      </div>
      {rows.length === 0 && <p className={classes.none}>{t('nothing')}</p>}
      {rows.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table} aria-label={t(`by.${group}`)}>
            <thead>
              <tr>
                {[t(`name.${group}`), t('created'), t('firstResponse'), t('solved'), t('resolution')].map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{nameOf(row)}</th>
                  <td>
                    <Link href={ticketsHref('createdAt', period, [groupCondition(group, row.id)])} className={classes.bar}>
                      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
                        <rect width="100" height="6" rx="2" className={classes.track} />
                        <rect width={(row.created / most) * 100} height="6" rx="2" className={classes.created} />
                      </svg>
                      <span>{row.created}</span>
                    </Link>
                  </td>
                  <td>
                    <Duration seconds={row.firstResponseMedian} />
                  </td>
                  <td>
                    <Link href={ticketsHref('solvedAt', period, [groupCondition(group, row.id)])}>
                      {row.solved}
                    </Link>
                  </td>
                  <td>
                    <Duration seconds={row.resolutionMedian} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
