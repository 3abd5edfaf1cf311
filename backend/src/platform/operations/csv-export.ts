import type { Permission } from '@kontor/contracts/permissions';
import { csvLine, type Cell } from '../csv/csv.ts';
import type { PageOf } from '../http/shapes.ts';
import type { OperationItems } from './operation-items.ts';
import type { Operation, OperationWork, Step } from './operation-kinds.ts';

/** What part of a list is asked for. */
export interface ListPart {
  limit: number;
  cursor?: string;
  count?: boolean;
}

interface CsvExport<Row> {
  permission: Permission;
  /** The file's name begins so. */
  name: string;
  /** The columns, named as the API names the fields. */
  columns: Record<string, (row: Row) => Cell>;
  /** Part of the list that `matching` asks for, in an order that no change disturbs. */
  page: (matching: string, part: ListPart) => Promise<PageOf<Row>>;
  /** Lines at positions behind `after` up to `until`, of what the reader sees now. */
  lines: (operationId: string, after: number, until: number) => Promise<string[]>;
}

const AT_A_TIME = 500;

/** A list written into a CSV file, page by page. */
export function csvExport<Row extends { id: string }>(items: OperationItems, { permission, name, columns, page, lines }: CsvExport<Row>): OperationWork {
  const lineOf = (row: Row) => csvLine(Object.values(columns).map((cell) => cell(row)));
  return {
    permissions: () => [permission],
    step: async ({ id, parameters, position, cursor }: Operation): Promise<Step> => {
      const found = await page(String(parameters['matching']), { limit: AT_A_TIME, ...(cursor !== null && { cursor }) });
      await items.add(id, found.items.map((row) => ({ subjectId: row.id, data: lineOf(row) })), position);
      const reached = position + found.items.length;
      const { nextCursor } = found;
      if (nextCursor === null) return { position: reached, total: reached, counts: {}, isDone: true };
      return { position: reached, cursor: nextCursor, counts: {}, isDone: false };
    },
    file: {
      permission,
      name,
      head: () => csvLine(Object.keys(columns)),
      lines: ({ id }, after, limit) => lines(id, after, after + limit),
    },
  };
}
