import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Refusal } from '@kontor/contracts/operations';
import { csvLine } from '../../platform/csv/csv.ts';
import { Database } from '../../platform/database/database.ts';
import type { FileBody } from '../../platform/http/file-body.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/problems.ts';
import { OperationItems, type NewItem } from '../../platform/operations/operation-items.ts';
import { OperationKinds, type Operation, type OperationFile } from '../../platform/operations/operation-kinds.ts';
import type { OperationBody } from '../../platform/operations/operation.shape.ts';
import { OperationsService } from '../../platform/operations/operations.service.ts';
import { BROKEN, collect, readCsv, type CsvFile, type CsvRow } from './csv-file.ts';
import { fieldsOf, recordOf, type ImportField } from './import-columns.ts';
import type { RunImportDto } from './import.dto.ts';
import { COPY_ROWS } from './import.queries.ts';
import { RowImporter } from './row-importer.ts';

/** What is kept of a file besides its rows. */
export interface ImportParameters {
  fileName: string;
  isDryRun: boolean;
  existing: RunImportDto['existing'];
  header: string[];
  /** For each column what it holds. */
  fields: (ImportField | null)[];
  ignoredColumns: string[];
}

const ROWS_AT_A_TIME = 5_000;

/** Contacts from a CSV file: first looked through, then taken in. */
@Injectable()
export class ContactImport implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly kinds: OperationKinds,
    private readonly items: OperationItems,
    private readonly operations: OperationsService,
    private readonly importer: RowImporter,
  ) {}

  onModuleInit(): void {
    this.kinds.register('contact_import', {
      permissions: () => ['contact:import'],
      step: (operation) => this.importer.step(operation),
      label: ({ data }) => labelOf(data as CsvRow),
      file: this.#refusedRows(),
    });
  }

  async check(fileName: string, { stream, length }: FileBody): Promise<OperationBody> {
    const file = await readCsv(await collect(stream, length));
    const fields = fieldsOf(file.header);
    if (!fields.includes('name')) throw Invalid.field('/name', 'REQUIRED', 'Name one of the columns “name”.');
    const ignoredColumns = file.header.filter((_, at) => fields[at] === null);
    const parameters: ImportParameters = { fileName, isDryRun: true, existing: 'update', header: file.header, fields, ignoredColumns };
    return this.database.step(() => this.operations.start({ kind: 'contact_import', parameters, isDryRun: true, fill: (id) => this.#fill(id, file, fields) }));
  }

  /** @throws Invalid where there is no such check, Conflict where it has not ended well */
  async run(checkId: string, existing: RunImportDto['existing']): Promise<OperationBody> {
    const check = await this.#checked(checkId);
    const parameters: ImportParameters = { ...(check.parameters as unknown as ImportParameters), isDryRun: false, existing };
    const fill = async (id: string) => (await this.database.one(COPY_ROWS, [id, checkId]))!.count;
    return this.operations.start({ kind: 'contact_import', parameters, fill });
  }

  async #checked(id: string): Promise<Operation> {
    try {
      const check = await this.operations.own(id);
      if (check.kind === 'contact_import' && check.parameters['isDryRun'] === true) {
        if (check.state !== 'done') throw new Conflict('The file has not been looked through yet.');
        return check;
      }
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
    throw Invalid.field('/checkId', 'NOT_FOUND', 'Is no checked file of yours.');
  }

  async #fill(id: string, { header, rows }: CsvFile, fields: (ImportField | null)[]): Promise<number> {
    const seen = new Map<string, number>();
    for (let at = 0; at < rows.length; at += ROWS_AT_A_TIME) {
      const part = rows.slice(at, at + ROWS_AT_A_TIME);
      await this.items.add(id, part.map((row) => itemOf(row, header.length, fields, seen)), at);
    }
    return rows.length;
  }

  /** The refused rows with the reason of each, to be put right and imported again. */
  #refusedRows(): OperationFile {
    return {
      permission: 'contact:import',
      name: 'refused-rows',
      head: ({ parameters }) => csvLine(['line', 'reason', 'detail', ...(parameters as unknown as ImportParameters).header]),
      lines: async (operation, after, limit) => {
        const items = await this.items.next(operation, after, limit);
        return items
          .filter(({ outcome }) => outcome === 'refused')
          .map(({ data, code, detail }) => csvLine([(data as CsvRow).line, code, detail, ...(data as CsvRow).cells]));
      },
    };
  }
}

/** What is wrong with a row shows partly only beside the others. `seen` keeps the line in which each key came first. */
function itemOf(row: CsvRow, columns: number, fields: (ImportField | null)[], seen: Map<string, number>): NewItem {
  const refused = (code: Refusal, detail: string): NewItem => ({ data: row, outcome: 'refused', code, detail });
  if (row.cells.some((cell) => cell.includes(BROKEN) || cell.includes('\u0000'))) {
    return { ...refused('BROKEN_BYTES', 'Has bytes that are no UTF-8.'), data: { ...row, cells: row.cells.map((cell) => cell.replaceAll('\u0000', BROKEN)) } };
  }
  if (row.cells.length > columns) return refused('COLUMNS', `Has ${row.cells.length} cells where the header has ${columns}.`);
  const { email, externalId } = recordOf(fields, row.cells);
  const keys = [email && `email ${email.toLowerCase()}`, externalId && `id ${externalId}`].filter((key) => key !== undefined && key !== '');
  const before = keys.map((key) => seen.get(String(key))).find((line) => line !== undefined);
  if (before !== undefined) return refused('DUPLICATE', `Is the same as line ${before}.`);
  for (const key of keys) seen.set(String(key), row.line);
  return { data: row };
}

function labelOf({ line, cells }: CsvRow): string {
  return `${line} · ${cells.find((cell) => cell !== '') ?? ''}`;
}
