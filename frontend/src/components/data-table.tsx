import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LinkButton } from './link-button.tsx';
import classes from './data-table.module.css';
import { Link } from './link.tsx';

/** A column whose head sorts by it. */
export interface SortedColumn {
  label: string;
  /** The list in this order, or turned round where it is in it. */
  href: string;
  direction?: 'ascending' | 'descending' | undefined;
}

interface DataTableProps {
  label: string;
  columns: readonly (string | SortedColumn)[];
  rows: readonly { id: string; cells: readonly ReactNode[]; isQuiet?: boolean }[];
  firstPage?: { href: string; label: string } | undefined;
  nextPage?: { href: string; label: string } | undefined;
}

/** A calm table whose rows become cards on a phone, each cell with the name of its column. */
export function DataTable({ label, columns, rows, firstPage, nextPage }: DataTableProps) {
  return (
    <>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={labelOf(column)} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-quiet={row.isQuiet || undefined}>
              {row.cells.map((cell, index) => (
                <td key={labelOf(columns[index] ?? '')} data-column={labelOf(columns[index] ?? '')}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {(firstPage || nextPage) && (
        <nav className={classes.paging} aria-label={label}>
          {firstPage && <LinkButton href={firstPage.href}>{firstPage.label}</LinkButton>}
          {nextPage && <LinkButton href={nextPage.href}>{nextPage.label}</LinkButton>}
        </nav>
      )}
    </>
  );
}

const labelOf = (column: string | SortedColumn) => (typeof column === 'string' ? column : column.label);

function Head({ column }: { column: string | SortedColumn }) {
  if (typeof column === 'string') return <th scope="col">{column}</th>;
  const { label, href, direction } = column;
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <th scope="col" {...(direction && { 'aria-sort': direction })}>
      <Link href={href} className={classes.sort}>
        {label}
        {direction && <Arrow size={13} stroke={1.75} aria-hidden />}
      </Link>
    </th>
  );
}
