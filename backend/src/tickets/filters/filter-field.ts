import { FILTER_OPS, type FilterCondition, type FilterFault, type FilterKind, type FilterOp } from '@kontor/contracts/ticket-filter';
import type { Condition } from '../../platform/http/keyset.ts';
import type { Reader } from '../tickets.policy.ts';

/** A field that tickets can be filtered by. */
export interface FilterField {
  name: string;
  kind: FilterKind;
  /** What a `choice` or `option` may be compared with; any text where it is not said. */
  choices?: readonly string[];
  /**
   * The field of the ticket `t` as SQL, with `?` for each of its values: text for `choice`, `option` and `text`, uuid for
   * `member`, `team` and `reference`, numeric, timestamptz, date or boolean for the others, null where it is empty. Of `tags` it
   * is the query of their texts.
   */
  value: Condition;
  /**
   * Where values are rows of their own, at most one a ticket: `FROM … WHERE` that finds the row of `t`, of which `value` is
   * a column. Asked as EXISTS, so that an index by value finds the tickets.
   */
  rows?: Condition;
}

/** Who asks, and when. */
export interface Asking {
  reader: Reader;
  now: Date;
}

const ID = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
/** Kinds whose values are ids, with the word for the reader's own. */
const OWN_WORDS: Partial<Record<FilterKind, string>> = { member: 'me', team: 'mine', reference: '' };
const DAY = 86_400_000;

/** Why the field cannot be asked this; undefined where it can. */
export function askFault({ kind, choices }: FilterField, { op, value }: FilterCondition): FilterFault | undefined {
  const ops: readonly FilterOp[] = FILTER_OPS[kind];
  if (!ops.includes(op)) return { pointer: '/op', code: 'INVALID_VALUE', message: `Must be one of ${ops.join(', ')}.` };
  if (!Array.isArray(value)) return undefined;
  const isAllowed = (one: string) => {
    if (kind in OWN_WORDS) return one === OWN_WORDS[kind] || ID.test(one);
    return choices === undefined || choices.includes(one);
  };
  const place = (value as string[]).findIndex((one) => !isAllowed(one));
  return place === -1 ? undefined : { pointer: `/value/${place}`, code: 'INVALID_VALUE', message: 'Is not a value of this field.' };
}

/** The condition as SQL on the tickets `t`. Its text depends on what is asked, never on the values. */
export function askCondition(field: FilterField, { op, value }: FilterCondition, asking: Asking): Condition {
  const { rows, ...column } = field;
  if (rows) {
    // The opposite of what is negated, in no row: that holds where there is no row at all, too.
    const positive = OPPOSITES[op];
    const held = askCondition(column, { field: field.name, op: positive ?? op, ...(value !== undefined && { value }) }, asking);
    return { text: `${positive ? 'NOT ' : ''}EXISTS (SELECT 1 ${rows.text} AND ${held.text})`, values: [...rows.values, ...held.values] };
  }
  const ask = ASKS[field.kind === 'tags' ? 'tags' : op === 'isEmpty' || op === 'isNotEmpty' ? 'emptiness' : VALUE_ASKS[op]!];
  return ask(field, op, value, asking);
}

const OPPOSITES: Partial<Record<FilterOp, FilterOp>> = {
  isNot: 'is',
  notContains: 'contains',
  notWithinDays: 'withinDays',
  isEmpty: 'isNotEmpty',
  isFalse: 'isTrue',
};

type Ask = (field: FilterField, op: FilterOp, value: FilterCondition['value'], asking: Asking) => Condition;

const VALUE_ASKS: Partial<Record<FilterOp, 'list' | 'text' | 'number' | 'point' | 'span' | 'flag'>> = {
  is: 'list',
  isNot: 'list',
  contains: 'text',
  notContains: 'text',
  equals: 'number',
  atLeast: 'number',
  atMost: 'number',
  after: 'point',
  before: 'point',
  withinDays: 'span',
  notWithinDays: 'span',
  isTrue: 'flag',
  isFalse: 'flag',
};

const COMPARED: Partial<Record<FilterOp, string>> = { equals: '=', atLeast: '>=', atMost: '<=', after: '>=', before: '<' };

const ASKS: Record<NonNullable<(typeof VALUE_ASKS)[FilterOp]> | 'emptiness' | 'tags', Ask> = {
  list: ({ kind, value: { text, values } }, op, list, { reader }) => {
    const type = kind in OWN_WORDS ? 'uuid' : 'text';
    const own = kind === 'team' ? reader.teamIds : [reader.userId];
    const wanted = (list as string[]).flatMap((one) => (one === OWN_WORDS[kind] ? own : [one]));
    // One value is an equality, so that an index by it also gives the order.
    const held = wanted.length === 1 ? { text: `${text} = ?::${type}`, values: [...values, wanted[0]] } : { text: `${text} = ANY(?::${type}[])`, values: [...values, wanted] };
    return op === 'is' ? held : unless(text, values, held);
  },
  text: ({ value: { text, values } }, op, part) => {
    const held = { text: `strpos(lower(${text}), lower(?::text)) > 0`, values: [...values, part] };
    return op === 'contains' ? held : unless(text, values, held);
  },
  number: ({ value: { text, values } }, op, number) => ({ text: `${text} ${COMPARED[op]} ?::numeric`, values: [...values, number] }),
  point: ({ kind, value: { text, values } }, op, moment, { reader: { userId } }) => {
    const asked = moment as string;
    if (kind === 'day') return { text: `${text} ${COMPARED[op]} ?::date`, values: [...values, asked.slice(0, 10)] };
    if (asked.includes('T')) return { text: `${text} ${COMPARED[op]} ?::timestamptz`, values: [...values, asked] };
    return { text: `${text} ${COMPARED[op]} (?::timestamp AT TIME ZONE ${ZONE})`, values: [...values, asked, userId] };
  },
  span: ({ kind, value: { text, values } }, op, days, { reader: { userId }, now }) => {
    const begins = new Date(now.getTime() - (days as number) * DAY).toISOString();
    const held =
      kind === 'day'
        ? { text: `${text} >= (?::timestamptz AT TIME ZONE ${ZONE})::date`, values: [...values, begins, userId] }
        : { text: `${text} >= ?::timestamptz`, values: [...values, begins] };
    return op === 'withinDays' ? held : unless(text, values, held);
  },
  flag: ({ value: { text, values } }, op) => ({ text: `${text} IS ${op === 'isTrue' ? 'TRUE' : 'NOT TRUE'}`, values }),
  emptiness: ({ value: { text, values } }, op) => ({ text: `${text} IS ${op === 'isEmpty' ? '' : 'NOT '}NULL`, values }),
  tags: ({ value: { text, values } }, op, list) => {
    const negation = op === 'hasNot' || op === 'isEmpty' ? 'NOT ' : '';
    const any = `${negation}EXISTS (SELECT 1 FROM (${text}) AS held (tag)`;
    return list === undefined ? { text: `${any})`, values } : { text: `${any} WHERE held.tag = ANY(?::text[]))`, values: [...values, list] };
  },
};

/** The zone of the person whose id is the parameter. */
const ZONE = '(SELECT u.time_zone FROM users u WHERE u.id = ?)';

/** What is negated also holds where the field is empty. */
function unless(text: string, values: readonly unknown[], held: Condition): Condition {
  return { text: `(${text} IS NULL OR NOT ${held.text})`, values: [...values, ...held.values] };
}
