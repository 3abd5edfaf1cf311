import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FieldError } from '@kontor/contracts/errors';
import type { FieldValue } from '@kontor/contracts/tickets';
import { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid } from '../../platform/http/problems.ts';
import { FilterFields } from '../filters/filter-fields.ts';
import type { Ticket } from '../ticket.entity.ts';
import { checkValue, valueRows } from './field-value.ts';
import { CUSTOM_PREFIX, filterField } from './filter-by-field.ts';
import { ACTIVE_FIELDS, ADD_VALUES, CLEAR_VALUES, FIELDS_BY_KEY, SET_FIELDS, type Definition } from './fields.queries.ts';

/** Values by key as a caller gives them; null takes one away. */
type Given = Readonly<Record<string, unknown>>;

interface Change {
  field: Definition;
  value: FieldValue | null;
}

function checkedOrNull(field: Definition, value: unknown): { value: null } | ReturnType<typeof checkValue> {
  return value === null ? { value } : checkValue(field, value);
}

/** The workspace's own fields on its tickets: their values checked, kept, asked for and found. */
@Injectable()
export class TicketFieldsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly filters: FilterFields,
  ) {}

  onModuleInit(): void {
    this.filters.add(async (names) => {
      const keys = names.filter((name) => name.startsWith(CUSTOM_PREFIX)).map((name) => name.slice(CUSTOM_PREFIX.length));
      return keys.length === 0 ? [] : (await this.database.query(FIELDS_BY_KEY, [keys])).map(filterField);
    });
  }

  /** Gives a ticket other values; it is the caller's to save. @throws Invalid at `/fields/<key>` */
  async fill(ticket: Ticket, given: Given): Promise<void> {
    const changes = await this.#checked(given);
    for (const { field, value } of changes) ticket.fill(field, value);
    await this.#index(ticket.id, changes);
  }

  /** The values of a ticket that is being made, or undefined where there are none. @throws Invalid at `/fields/<key>` */
  async valuesOfNew(given: Given | undefined): Promise<readonly Change[]> {
    return given === undefined ? [] : (await this.#checked(given)).filter(({ value }) => value !== null);
  }

  async fillNew(id: string, changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    const fields = Object.fromEntries(changes.map(({ field, value }) => [field.key, value]));
    await Promise.all([this.database.query(SET_FIELDS, [id, JSON.stringify(fields)]), this.#index(id, changes)]);
  }

  /** @throws Conflict FIELDS_REQUIRED that names each field without which the ticket is not solved. */
  async requireComplete(ticket: Ticket): Promise<void> {
    const missing = (await this.database.query(ACTIVE_FIELDS)).filter(({ key, requiredToSolve }) => requiredToSolve && !(key in ticket.fields));
    if (missing.length === 0) return;
    const errors = missing.map(({ key, label }): FieldError => ({ pointer: `/fields/${key}`, code: 'REQUIRED', message: `${label} must be given.` }));
    throw new Conflict(`Fill in ${missing.map(({ label }) => label).join(', ')} before you solve the ticket.`, 'FIELDS_REQUIRED', { errors });
  }

  async #checked(given: Given): Promise<Change[]> {
    const known = new Map((await this.database.query(ACTIVE_FIELDS)).map((field) => [field.key, field]));
    const errors: FieldError[] = [];
    const changes: Change[] = [];
    for (const [key, value] of Object.entries(given)) {
      const field = known.get(key);
      const checked = field ? checkedOrNull(field, value) : { fault: { code: 'UNKNOWN_FIELD', message: 'Is not a field here.' } as const };
      if ('fault' in checked) errors.push({ pointer: `/fields/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, ...checked.fault });
      else changes.push({ field: field!, value: checked.value });
    }
    if (errors.length > 0) throw new Invalid(errors);
    return changes;
  }

  async #index(ticketId: string, changes: readonly Change[]): Promise<void> {
    const rows = changes.flatMap(({ field, value }) =>
      value === null ? [] : valueRows(field, value).map((row, index) => ({ ...row, fieldId: field.id, place: index + 1 })),
    );
    await Promise.all([
      this.database.query(CLEAR_VALUES, [ticketId, changes.map(({ field }) => field.id)]),
      this.database.query(ADD_VALUES, [
        ticketId,
        rows.map(({ fieldId }) => fieldId),
        rows.map(({ place }) => place),
        rows.map(({ text }) => text),
        rows.map(({ date }) => date),
        rows.map(({ number }) => number),
      ]),
    ]);
  }
}
