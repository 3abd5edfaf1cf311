import type { FieldErrorCode } from '@kontor/contracts/errors';
import type { Refusal } from '@kontor/contracts/operations';
import { fieldsOf } from '../contacts/import/import-columns.ts';
import { csvLine } from '../platform/csv/csv.ts';
import { expiryOf } from '../platform/operations/operations.queries.ts';
import { companyOf } from './demo-contacts.ts';
import type { DemoContact, DemoTenant } from './demo-types.ts';

type Row = Record<string, unknown>;

/** Rows by table, named as the columns are. */
export interface OperationRows {
  operations: Row[];
  operation_items: Row[];
}

interface Context {
  tenantId: string;
  userIds: ReadonlyMap<string, string>;
  contactIds: ReadonlyMap<string, string>;
  now: Date;
  idAt: (instant: Date) => string;
}

/** A file of contacts that was looked through; of each row why it is refused, where it is. */
interface CheckedFile {
  name: string;
  header: string[];
  rows: { cells: string[]; code?: Refusal | FieldErrorCode; detail?: string }[];
}

const FILES: Record<string, CheckedFile> = {
  harbor: {
    name: 'canteens-2026.csv',
    header: ['Name', 'E-mail', 'Phone', 'Company', 'Pupils'],
    rows: [
      { cells: ['Svenja Harms', 's.harms@schule-am-deich.example', '+49 40 5550 601', 'Schule am Deich', '310'] },
      { cells: ['Tobias Kruse', 't.kruse@schule-am-deich.example', '+49 40 5550 602', 'Schule am Deich', '310'] },
      { cells: ['Kita Seestern', 'leitung(at)kita-seestern.example', '+49 40 5550 611', 'Kita Seestern', '64'], code: 'INVALID_FORMAT', detail: 'email: Is not an e-mail address.' },
      { cells: ['Merle Ahrens', 'm.ahrens@gym-fleetinsel.example', '', 'Gymnasium Fleetinsel', '720'] },
      { cells: ['', 'mensa@gym-fleetinsel.example', '', 'Gymnasium Fleetinsel', '720'], code: 'REQUIRED', detail: 'name: Is required.' },
      { cells: ['S. Harms', 's.harms@schule-am-deich.example', '', 'Schule am Deich', '310'], code: 'DUPLICATE', detail: 'Is the same as line 2.' },
    ],
  },
  nusantara: {
    name: 'sekolah-2026.csv',
    header: ['Nama', 'Surel', 'Telepon', 'Instansi', 'Siswa'],
    rows: [
      { cells: ['Bu Ratna', 'ratna@sdn-melati.example', '+62 21 5550 2001', 'SDN Melati', '412'] },
      { cells: ['Pak Joko', 'joko@sdn-kenanga.example', '+62 21 5550 2002', 'SDN Kenanga', '388'] },
      { cells: ['TK Pelangi', 'tk-pelangi', '+62 21 5550 2003', 'TK Pelangi', '75'], code: 'INVALID_FORMAT', detail: 'email: Is not an e-mail address.' },
    ],
  },
};

const HOUR_MS = 3_600_000;

/** Long work of the owner that has ended: a file looked through, with rows that were refused, and an export. */
export function operationRows(tenant: DemoTenant, context: Context): OperationRows {
  const file = FILES[tenant.slug];
  const parts = [...(file ? [checkOf(file, context)] : []), exportOf(tenant.contacts, context)];
  const owner = tenant.members.find(({ role }) => role === 'owner');
  return {
    operations: parts.map(({ operation }) => ({ ...operation, user_id: context.userIds.get(owner?.key ?? '') })),
    operation_items: parts.flatMap(({ items }) => items),
  };
}

interface Part {
  operation: Row;
  items: Row[];
}

function checkOf({ name, header, rows }: CheckedFile, context: Context): Part {
  const fields = fieldsOf(header);
  const parameters = { fileName: name, isDryRun: true, existing: 'update', header, fields, ignoredColumns: header.filter((_, at) => fields[at] === null) };
  const refused = rows.filter(({ code }) => code).length;
  const counts = { created: rows.length - refused, refused };
  const items = rows.map(({ cells, code = null, detail = null }, index) => {
    // The header is line 1.
    return { subject_id: null, data: { line: index + 2, cells }, outcome: code ? 'refused' : 'created', code, detail };
  });
  return part({ kind: 'contact_import', parameters, counts, items, at: new Date(context.now.getTime() - 26 * HOUR_MS) }, context);
}

function exportOf(contacts: readonly DemoContact[], context: Context): Part {
  const items = contacts.map((contact) => {
    const { key, name, email, phone, createdAt } = contact;
    const data = csvLine([name, email, phone, companyOf(contact) ?? null, null, createdAt.toISOString(), createdAt.toISOString()]);
    return { subject_id: context.contactIds.get(key), data, outcome: null, code: null, detail: null };
  });
  return part({ kind: 'contact_export', parameters: { matching: '' }, counts: {}, items, at: new Date(context.now.getTime() - 2 * HOUR_MS) }, context);
}

interface Work {
  kind: 'contact_import' | 'contact_export';
  parameters: object;
  counts: object;
  items: Row[];
  at: Date;
}

/** Done in two seconds, as work of this size is. */
function part({ kind, parameters, counts, items, at }: Work, { tenantId, idAt }: Context): Part {
  const id = idAt(at);
  const end = new Date(at.getTime() + 2_000);
  const times = { created_at: at, started_at: at, worked_at: end, finished_at: end, expires_at: expiryOf(kind, end) };
  return {
    operation: { tenant_id: tenantId, id, kind, state: 'done', parameters, total: items.length, position: items.length, counts, ...times },
    items: items.map((item, index) => ({ tenant_id: tenantId, operation_id: id, position: index + 1, ...item })),
  };
}
