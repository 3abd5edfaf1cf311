import type { ReactNode } from 'react';
import { LinkButton } from './link-button.tsx';
import classes from './data-table.module.css';

interface DataTableProps {
  label: string;
  columns: readonly string[];
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
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-quiet={row.isQuiet || undefined}>
              {row.cells.map((cell, index) => (
                <td key={columns[index]} data-column={columns[index]}>
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
