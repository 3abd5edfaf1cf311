import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** What a spreadsheet takes a cell for a formula by. */
const SIGN = '[=+\\-@\\t\\r＝＋－＠]';
/** Where a cell begins: also where one does for spreadsheets that separate by semicolons, to which these files are one line of text. */
const BEGIN = '(^|[;\\n\\r])';
const FORMULA = new RegExp(`${BEGIN}(?=${SIGN})`, 'g');
const DEFUSED = new RegExp(`${BEGIN}'(?=${SIGN})`, 'g');

/** One line of RFC 4180, with its end. An apostrophe stands before what a spreadsheet would take for a formula; `plainCell` takes it off again. */
export function csvLine(cells: readonly Cell[]): string {
  const safe = cells.map((cell) => (typeof cell === 'string' ? cell.replace(FORMULA, "$1'") : (cell ?? '')));
  // The library leaves a line feed alone bare beside ends of CRLF: what stands behind it would be a line of its own.
  return stringify([safe], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

/** What a cell said before `csvLine`. */
export function plainCell(cell: string): string {
  return cell.replace(DEFUSED, '$1');
}
