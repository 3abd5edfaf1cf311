import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/**
 * One line of RFC 4180, with its end. A cell that a spreadsheet would take for a formula begins with an apostrophe
 * (OWASP, CSV injection); `plainCell` takes it off again.
 */
export function csvLine(cells: readonly Cell[]): string {
  return stringify([cells.map((cell) => cell ?? '')], { record_delimiter: 'windows', escape_formulas: true });
}

/** What a cell said before `csvLine`. */
export function plainCell(cell: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
