import type { FieldErrorCode } from './errors.ts';

/**
 * What can be asked of each kind of field. `is` and `isNot`, `has` and `hasNot` take a list of which one is enough; what
 * is negated (`isNot`, `hasNot`, `notContains`, `notWithinDays`) also holds where the field is empty. `after` is at or
 * after, `before` is before; a plain day is one of the reader's zone. `withinDays` is the last so many times 24 hours, of
 * a `day` today and so many days before it.
 */
export const FILTER_OPS = {
  choice: ['is', 'isNot'],
  /** Like `choice`, where there may be none. */
  option: ['is', 'isNot', 'isEmpty', 'isNotEmpty'],
  /** A member's id, or `me`. */
  member: ['is', 'isNot', 'isEmpty', 'isNotEmpty'],
  /** A team's id, or `mine` for those of the reader. */
  team: ['is', 'isNot', 'isEmpty', 'isNotEmpty'],
  /** The id of something else. */
  reference: ['is', 'isNot', 'isEmpty', 'isNotEmpty'],
  tags: ['has', 'hasNot', 'isEmpty', 'isNotEmpty'],
  text: ['contains', 'notContains', 'isEmpty', 'isNotEmpty'],
  number: ['equals', 'atLeast', 'atMost', 'isEmpty', 'isNotEmpty'],
  moment: ['after', 'before', 'withinDays', 'notWithinDays', 'isEmpty', 'isNotEmpty'],
  /** A date without a time. */
  day: ['after', 'before', 'withinDays', 'notWithinDays', 'isEmpty', 'isNotEmpty'],
  flag: ['isTrue', 'isFalse'],
} as const;
export type FilterKind = keyof typeof FILTER_OPS;
export type FilterOp = (typeof FILTER_OPS)[FilterKind][number];

/** What a condition compares with, by operation. */
export const FILTER_VALUES = {
  is: 'list',
  isNot: 'list',
  has: 'list',
  hasNot: 'list',
  contains: 'text',
  notContains: 'text',
  equals: 'number',
  atLeast: 'number',
  atMost: 'number',
  after: 'moment',
  before: 'moment',
  withinDays: 'days',
  notWithinDays: 'days',
  isEmpty: 'nothing',
  isNotEmpty: 'nothing',
  isTrue: 'nothing',
  isFalse: 'nothing',
} as const satisfies Record<FilterOp, string>;

export const FILTER_LIMITS = { levels: 3, conditions: 20, values: 20, text: 200, days: 3650, json: 8000 } as const;

/** Of a condition; `field` is one of `TICKET_FILTER_FIELDS` or a custom field of the workspace. */
export interface FilterCondition {
  field: string;
  op: FilterOp;
  value?: string | number | readonly string[];
}

/** Conditions, nested with and (`all`) and or (`any`) up to three levels. */
export type TicketFilter = FilterCondition | { all: readonly TicketFilter[] } | { any: readonly TicketFilter[] };

/** The fields that every ticket has. */
export const TICKET_FILTER_FIELDS = {
  status: 'choice',
  priority: 'choice',
  assignee: 'member',
  team: 'team',
  requester: 'reference',
  company: 'reference',
  createdBy: 'member',
  tags: 'tags',
  subject: 'text',
  number: 'number',
  channel: 'choice',
  createdAt: 'moment',
  updatedAt: 'moment',
  solvedAt: 'moment',
} as const satisfies Record<string, FilterKind>;
export type TicketFilterField = keyof typeof TICKET_FILTER_FIELDS;

/** Why a filter is refused, and at which JSON Pointer into it. */
export interface FilterFault {
  pointer: string;
  code: FieldErrorCode;
  message: string;
}

export function isGroup(filter: TicketFilter): filter is { all: readonly TicketFilter[] } | { any: readonly TicketFilter[] } {
  return 'all' in filter || 'any' in filter;
}

/** What a group holds. */
export function partsOf(group: { all: readonly TicketFilter[] } | { any: readonly TicketFilter[] }): readonly TicketFilter[] {
  return 'all' in group ? group.all : group.any;
}

/** The conditions of a filter with where each stands in it. */
export function conditionsOf(filter: TicketFilter, pointer = ''): { pointer: string; condition: FilterCondition }[] {
  if (!isGroup(filter)) return [{ pointer, condition: filter }];
  const key = 'all' in filter ? 'all' : 'any';
  return partsOf(filter).flatMap((part, place) => conditionsOf(part, `${pointer}/${key}/${place}`));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The first thing that keeps `input` from being a filter, whatever its fields mean; undefined for a filter. What each
 * condition asks of its field is the field's to check.
 */
export function filterFault(input: unknown): FilterFault | undefined {
  let conditions = 0;
  const visit = (value: unknown, levels: number, pointer: string): FilterFault | undefined => {
    if (!isRecord(value)) return { pointer, code: 'INVALID_TYPE', message: 'Must be a condition, or a group: {"all": […]} or {"any": […]}.' };
    const key = 'all' in value ? 'all' : 'any' in value ? 'any' : undefined;
    if (key === undefined) return (conditions += 1) > FILTER_LIMITS.conditions ? tooMany(pointer) : conditionFault(value, pointer);
    const parts = value[key];
    const other = Object.keys(value).find((name) => name !== key);
    if (other !== undefined) return { pointer: `${pointer}/${escaped(other)}`, code: 'UNKNOWN_FIELD', message: 'Is not a field of a group.' };
    if (levels === 0) return { pointer, code: 'TOO_LONG', message: `At most ${FILTER_LIMITS.levels} levels of groups.` };
    if (!Array.isArray(parts)) return { pointer: `${pointer}/${key}`, code: 'INVALID_TYPE', message: 'Must be a list.' };
    if (parts.length === 0) return { pointer: `${pointer}/${key}`, code: 'TOO_SHORT', message: 'At least one condition.' };
    for (const [place, part] of parts.entries()) {
      const fault = visit(part, levels - 1, `${pointer}/${key}/${place}`);
      if (fault) return fault;
    }
    return undefined;
  };
  return visit(input, FILTER_LIMITS.levels, '');
}

function tooMany(pointer: string): FilterFault {
  return { pointer, code: 'TOO_LONG', message: `At most ${FILTER_LIMITS.conditions} conditions.` };
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function conditionFault({ field, op, value, ...others }: Record<string, unknown>, pointer: string): FilterFault | undefined {
  const [other] = Object.keys(others);
  if (other !== undefined) return { pointer: `${pointer}/${escaped(other)}`, code: 'UNKNOWN_FIELD', message: 'Is not a field of a condition.' };
  if (field === undefined) return { pointer: `${pointer}/field`, code: 'REQUIRED', message: 'Must be given.' };
  if (typeof field !== 'string' || field.length > 80) return { pointer: `${pointer}/field`, code: 'INVALID_VALUE', message: 'Is not a field of tickets.' };
  if (op === undefined) return { pointer: `${pointer}/op`, code: 'REQUIRED', message: 'Must be given.' };
  if (typeof op !== 'string' || !Object.hasOwn(FILTER_VALUES, op)) return { pointer: `${pointer}/op`, code: 'INVALID_VALUE', message: 'Is not an operation.' };
  const fault = VALUE_FAULTS[FILTER_VALUES[op as FilterOp]](value);
  return fault && { pointer: `${pointer}/value${fault.at ?? ''}`, code: fault.code, message: fault.message };
}

type ValueFault = { code: FieldErrorCode; message: string; at?: string } | undefined;

/** NUL cannot be stored; a lone surrogate is not a character. */
const TEXT = /^[^\u0000\p{Cs}]*$/u;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-](0\d|1[0-4]):\d{2}))?$/;

function textFault(value: unknown): ValueFault {
  if (typeof value !== 'string') return { code: 'INVALID_TYPE', message: 'Must be a text.' };
  if (value.trim() === '') return { code: 'REQUIRED', message: 'Must be given.' };
  if (value.length > FILTER_LIMITS.text) return { code: 'TOO_LONG', message: `At most ${FILTER_LIMITS.text} characters.` };
  return TEXT.test(value) ? undefined : { code: 'INVALID_FORMAT', message: 'Has characters that are none.' };
}

const VALUE_FAULTS: Record<(typeof FILTER_VALUES)[FilterOp], (value: unknown) => ValueFault> = {
  nothing: (value) => (value === undefined ? undefined : { code: 'UNKNOWN_FIELD', message: 'This operation compares with nothing.' }),
  text: textFault,
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? undefined : { code: 'INVALID_TYPE', message: 'Must be a number.' }),
  days: (value) =>
    Number.isInteger(value) && (value as number) >= 1 && (value as number) <= FILTER_LIMITS.days
      ? undefined
      : { code: 'INVALID_VALUE', message: `Must be a whole number of days, 1 to ${FILTER_LIMITS.days}.` },
  moment: (value) =>
    typeof value === 'string' && MOMENT.test(value) && isOnCalendar(value)
      ? undefined
      : { code: 'INVALID_FORMAT', message: 'Must be a day (2026-11-20) or an instant (2026-11-20T10:00:00Z).' },
  list: (value) => {
    if (!Array.isArray(value)) return { code: 'INVALID_TYPE', message: 'Must be a list.' };
    if (value.length === 0) return { code: 'REQUIRED', message: 'At least one value.' };
    if (value.length > FILTER_LIMITS.values) return { code: 'TOO_LONG', message: `At most ${FILTER_LIMITS.values} values.` };
    for (const [place, one] of value.entries()) {
      const fault = textFault(one);
      if (fault) return { ...fault, at: `/${place}` };
    }
    return undefined;
  },
};

/** False for the 30th of February, which both JavaScript and a pattern would let pass. */
function isOnCalendar(text: string): boolean {
  const day = text.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00Z`);
  return Number(day.slice(0, 4)) > 0 && !Number.isNaN(Date.parse(text)) && midnight.toISOString().slice(0, 10) === day;
}
