import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { parse, type CastingContext, type Options } from 'csv-parse';
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

/** A line is refused where it becomes too long or too wide, not once it has been read to its end. */
const OPTIONS: Options = {
  info: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  trim: true,
  max_record_size: IMPORT_LIMITS.line,
  cast: (cell: string, { index, lines }: CastingContext) => {
    if (index >= IMPORT_LIMITS.columns) throw Invalid.field('', 'TOO_LARGE', `Line ${lines} has more than ${IMPORT_LIMITS.columns} cells.`);
    return plainCell(cell);
  },
};

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
  const records = Readable.from(slices(text)).pipe(parse({ ...OPTIONS, delimiter: delimiterOf(text) }));
  const rows: CsvRow[] = [];
  try {
    for await (const { record, info } of records as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      rows.push({ line: info.lines, cells: record });
      if (rows.length > IMPORT_LIMITS.rows + 1) throw Invalid.field('', 'TOO_LARGE', `Has more than ${IMPORT_LIMITS.rows} rows.`);
    }
  } catch (error) {
    throw error instanceof ProblemError ? error : unreadable(error);
  }
  const [header, ...rest] = rows;
  if (!header) throw Invalid.field('', 'REQUIRED', 'Is empty.');
  return { header: header.cells, rows: rest.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}

/** The one of the separators that the header has most of, outside quotes. */
export function delimiterOf(text: string): string {
  const start = text.slice(0, IMPORT_LIMITS.line);
  const header = start.slice(0, start.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((separator) => ({ separator, count: header.split(separator).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).separator;
}

/** Others have their turn between two slices: the parser takes whatever it is given at once. */
async function* slices(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += SLICE) {
    yield text.slice(at, at + SLICE);
    await setImmediate();
  }
}

function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function unreadable(error: unknown): Invalid {
  const { code, lines } = error as { code?: string; lines?: number };
  if (code === 'CSV_MAX_RECORD_SIZE') return Invalid.field('', 'TOO_LARGE', `Line ${lines} has more than ${IMPORT_LIMITS.line} characters, or a quote in it has no end.`);
  return Invalid.field('', 'INVALID_FORMAT', code === 'CSV_QUOTE_NOT_CLOSED' ? `A quote that begins in line ${lines} has no end.` : 'Cannot be read as CSV.');
}

function tooLarge(): ProblemError {
  return new ProblemError('PAYLOAD_TOO_LARGE', `A file may have ${IMPORT_LIMITS.bytes / 1_048_576} MB.`);
}
