import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { IMPORT_LIMITS } from '@kontor/contracts/operations';
import { plainCell } from '../../platform/csv/csv.ts';
import { Invalid, ProblemError } from '../../platform/http/problems.ts';

/** One row of a file. */
export interface CsvRow {
  /** In the file, from 1; the header is line 1 where nothing stands before it. */
  line: number;
  cells: string[];
}

export interface CsvFile {
  header: string[];
  rows: CsvRow[];
}

/** What stands in a text in place of bytes that are no UTF-8. */
export const BROKEN = '\uFFFD';
const SLICE = 65_536;

/** The whole file in memory, which its limit allows. @throws ProblemError PAYLOAD_TOO_LARGE */
export async function collect(stream: Readable, length: number | undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  if ((length ?? 0) > IMPORT_LIMITS.bytes) throw tooLarge();
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > IMPORT_LIMITS.bytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reads a CSV file of UTF-8 with or without its mark, separated by commas, semicolons or tabs. @throws Invalid */
export async function readCsv(bytes: Buffer): Promise<CsvFile> {
  if (isUtf16(bytes)) throw Invalid.field('', 'INVALID_FORMAT', 'Is UTF-16. Save it as CSV in UTF-8.');
  const text = new TextDecoder('utf-8').decode(bytes);
  const records = Readable.from(slices(text)).pipe(
    parse({ delimiter: delimiterOf(text), info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true }),
  );
  const rows: CsvRow[] = [];
  try {
    for await (const { record, info } of records as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.length > IMPORT_LIMITS.columns) throw Invalid.field('', 'TOO_LARGE', `Line ${info.lines} has more than ${IMPORT_LIMITS.columns} cells.`);
      rows.push({ line: info.lines, cells: record.map(plainCell) });
      if (rows.length > IMPORT_LIMITS.rows + 1) throw Invalid.field('', 'TOO_LARGE', `Has more than ${IMPORT_LIMITS.rows} rows.`);
    }
  } catch (error) {
    throw error instanceof ProblemError ? error : Invalid.field('', 'INVALID_FORMAT', unreadable(error));
  }
  const [header, ...rest] = rows;
  if (!header) throw Invalid.field('', 'REQUIRED', 'Is empty.');
  return { header: header.cells, rows: rest.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}

/** The one of the separators that the header has most of, outside quotes. */
export function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((separator) => ({ separator, count: header.split(separator).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).separator;
}

function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += SLICE) yield text.slice(at, at + SLICE);
}

function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function unreadable(error: unknown): string {
  const { code, lines } = error as { code?: string; lines?: number };
  return code === 'CSV_QUOTE_NOT_CLOSED' ? `A quote that begins in line ${lines} has no end.` : 'Cannot be read as CSV.';
}

function tooLarge(): ProblemError {
  return new ProblemError('PAYLOAD_TOO_LARGE', `A file may have ${IMPORT_LIMITS.bytes / 1_048_576} MB.`);
}
