import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { checkedBody } from '../../platform/http/checked.ts';
import { Conflict, Invalid } from '../../platform/http/problems.ts';
import { OperationItems, refusal, type AtOnce, type Result } from '../../platform/operations/operation-items.ts';
import type { Item, Operation, Step } from '../../platform/operations/operation-kinds.ts';
import { CompaniesService } from '../companies/companies.service.ts';
import type { ContactState } from '../contact-state.ts';
import { ContactsService } from '../contacts.service.ts';
import type { ImportParameters } from './contact-import.ts';
import type { CsvRow } from './csv-file.ts';
import { recordOf } from './import-columns.ts';
import { ImportRowDto } from './import.dto.ts';
import { KNOWN } from './import.queries.ts';

/** Rows that are looked through together. */
const CHECKED_AT_A_TIME = 1_000;

/** What contacts have already of the rows of a step. */
interface Known {
  emails: ReadonlySet<string>;
  externalIds: ReadonlySet<string>;
}

type Row = ImportRowDto | Invalid;

/** Looks rows through, or takes them in. */
@Injectable()
export class RowImporter {
  constructor(
    private readonly database: Database,
    private readonly items: OperationItems,
    private readonly contacts: ContactsService,
    private readonly companies: CompaniesService,
  ) {}

  step(operation: Operation): Promise<Step> {
    return operation.parameters['isDryRun'] === true ? this.#check(operation) : this.#take(operation);
  }

  async #check(operation: Operation): Promise<Step> {
    const items = await this.items.next(operation, operation.position, CHECKED_AT_A_TIME);
    const rows = await rowsOf(operation, items);
    const known = await this.#knownOf([...rows.values()]);
    const results: Result[] = [];
    for (const item of items) {
      const row = rows.get(item.position);
      if (item.outcome) results.push({ outcome: item.outcome, code: item.code ?? undefined, detail: item.detail ?? undefined });
      else if (row instanceof Invalid) results.push(refusal(row));
      else results.push({ outcome: (await this.#isKnown(row!, known)) ? 'updated' : 'created' });
    }
    return this.items.note(operation, results);
  }

  async #take(operation: Operation): Promise<Step> {
    const { existing } = operation.parameters as unknown as ImportParameters;
    let rows = new Map<number, Row>();
    let known = NOTHING;
    let companies = new Map<string, string>();
    const prepare = async (items: readonly Item[]) => {
      rows = await rowsOf(operation, items);
      known = await this.#knownOf([...rows.values()]);
      companies = await this.#companiesOf([...rows.values()]);
      return this.#allNew([...rows.values()], known, companies);
    };
    const take = async ({ position }: Item): Promise<Result> => {
      const row = rows.get(position)!;
      if (row instanceof Invalid) throw row;
      const isKnown = await this.#isKnown(row, known);
      if (isKnown && existing === 'skip') return { outcome: 'skipped', code: 'CONFLICT', detail: 'Is there already.' };
      const { outcome } = await this.contacts.upsert(stateOf(row, companies), !isKnown);
      return { outcome: outcome === 'unchanged' ? 'skipped' : outcome };
    };
    return this.items.each(operation, take, prepare);
  }

  /** Rows that are all new are taken in at once; not where one may be the same as another. */
  #allNew(rows: readonly Row[], known: Known, companies: ReadonlyMap<string, string>): AtOnce | undefined {
    const isNew = (row: Row): row is ImportRowDto => row instanceof ImportRowDto && hasKey(row) && !isAmong(row, known);
    if (!rows.every(isNew)) return undefined;
    return async () => {
      const made = await this.contacts.createAll(rows.map((row) => stateOf(row, companies)));
      if (made.length < rows.length) throw new Conflict('Somebody else was quicker with one of them.');
      return made.map(() => ({ outcome: 'created' }));
    };
  }

  async #knownOf(rows: readonly Row[]): Promise<Known> {
    const valid = rows.filter((row): row is ImportRowDto => !(row instanceof Invalid));
    const found = await this.database.query(KNOWN, [valid.flatMap(({ email }) => email ?? []), valid.flatMap(({ externalId }) => externalId ?? [])]);
    const keysOf = (wanted: string) => new Set(found.filter(({ kind }) => kind === wanted).map(({ key }) => key));
    return { emails: keysOf('email'), externalIds: keysOf('externalId') };
  }

  /** Made before any row is taken in: a row that is refused must not take back what the others refer to. */
  async #companiesOf(rows: readonly Row[]): Promise<Map<string, string>> {
    const names = rows.flatMap((row) => (row instanceof Invalid ? [] : (row.company ?? [])));
    const companies = new Map<string, string>();
    for (const name of [...new Set(names)].sort()) companies.set(name, (await this.companies.ensure(name)).id);
    return companies;
  }

  async #isKnown(row: ImportRowDto, known: Known): Promise<boolean> {
    return hasKey(row) ? isAmong(row, known) : this.contacts.isKnown(stateOf(row));
  }
}

/** What tells a row from all others; without it, it is known by name and numbers. */
function hasKey({ email, externalId }: ImportRowDto): boolean {
  return email !== undefined || externalId !== undefined;
}

function isAmong({ email, externalId }: ImportRowDto, { emails, externalIds }: Known): boolean {
  return (email !== undefined && emails.has(email)) || (externalId !== undefined && externalIds.has(externalId));
}

const NOTHING: Known = { emails: new Set(), externalIds: new Set() };

/** Each row as it has to be, or why it is not, by position. Those that were refused in the file are left out. */
async function rowsOf({ parameters }: Operation, items: readonly (Item & { outcome?: unknown })[]): Promise<Map<number, Row>> {
  const { fields } = parameters as unknown as ImportParameters;
  const rows = new Map<number, Row>();
  for (const { position, data, outcome } of items) {
    if (outcome) continue;
    const row = await checkedBody(ImportRowDto, recordOf(fields, (data as CsvRow).cells)).catch((error: unknown) => error);
    if (!(row instanceof ImportRowDto || row instanceof Invalid)) throw row;
    rows.set(position, row);
  }
  return rows;
}

function stateOf({ name, email, phone, company, externalId }: ImportRowDto, companies?: ReadonlyMap<string, string>): ContactState {
  const companyId = company === undefined ? null : (companies?.get(company) ?? null);
  return { name, emails: email === undefined ? [] : [email], phones: phone === undefined ? [] : [phone], companyId, externalId: externalId ?? null };
}
