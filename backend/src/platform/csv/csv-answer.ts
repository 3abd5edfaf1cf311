import { applyDecorators, HttpCode, StreamableFile } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { csvLine, type Cell } from './csv.ts';

/** Excel takes a file for UTF-8 only with it. */
const BOM = '\uFEFF';

/** Declares a handler that answers a CSV file. */
export function AnswersCsv(): MethodDecorator {
  return applyDecorators(HttpCode(200), ApiResponse({ status: 200, description: 'OK', content: { 'text/csv': { schema: { type: 'string' } } } }));
}

/** Lines as a file to download, given out as they come. `name` is without ending. */
export function csvFile(name: string, lines: AsyncIterable<string> | Iterable<string>): StreamableFile {
  return new StreamableFile(Readable.from(withMark(lines)), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}.csv"` });
}

async function* withMark(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  yield BOM;
  yield* lines;
}

/** Rows under a line of the names of `columns`. */
export function csvLines<Row>(columns: readonly (keyof Row & string)[], rows: readonly Row[]): string[] {
  return [csvLine(columns), ...rows.map((row) => csvLine(columns.map((column) => row[column] as Cell)))];
}
