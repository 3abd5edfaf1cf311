import { FIELD_DECIMAL, FIELD_LIMITS, type FieldKind, type FieldValue } from '@kontor/contracts/tickets';
import type { FieldError } from '@kontor/contracts/errors';

/** What a value has to fit. */
interface Kind {
  kind: FieldKind;
  options: readonly string[];
}

type Fault = Omit<FieldError, 'pointer'>;
type Checked = { value: FieldValue } | { fault: Fault };

const wrongType = (expected: string): Checked => ({ fault: { code: 'INVALID_TYPE', message: `Must be ${expected}.` } });
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** NUL cannot be stored by PostgreSQL; a lone surrogate is not a character. */
const NO_CONTROL = /^[^\u0000\p{Cs}]*$/u;

const CHECKS: Record<FieldKind, (given: unknown, options: readonly string[]) => Checked> = {
  text: (given) => {
    if (typeof given !== 'string') return wrongType('text');
    const value = given.trim();
    if (value === '') return { fault: { code: 'REQUIRED', message: 'Must be given; null takes it away.' } };
    if (value.length > FIELD_LIMITS.text) return { fault: { code: 'TOO_LONG', message: `At most ${FIELD_LIMITS.text} characters.` } };
    return NO_CONTROL.test(value) ? { value } : { fault: { code: 'INVALID_FORMAT', message: 'Has characters that cannot be stored.' } };
  },
  integer: (given) => {
    if (typeof given !== 'number' || !Number.isInteger(given)) return wrongType('a whole number');
    if (given > FIELD_LIMITS.integer) return { fault: { code: 'TOO_LARGE', message: `At most ${FIELD_LIMITS.integer}.` } };
    return given < -FIELD_LIMITS.integer ? { fault: { code: 'TOO_SMALL', message: `At least -${FIELD_LIMITS.integer}.` } } : { value: given + 0 };
  },
  decimal: (given) => {
    if (typeof given !== 'string') return wrongType('a number as text, such as "12.50"');
    if (!FIELD_DECIMAL.test(given)) return { fault: { code: 'INVALID_FORMAT', message: 'At most 12 digits before and 6 behind the point.' } };
    return { value: canonical(given) };
  },
  boolean: (given) => (typeof given === 'boolean' ? { value: given } : wrongType('true or false')),
  date: (given) => {
    if (typeof given !== 'string') return wrongType('a date');
    return isDate(given) ? { value: given } : { fault: { code: 'INVALID_FORMAT', message: 'Must be a date such as 2026-11-21.' } };
  },
  choice: (given, options) => {
    if (typeof given !== 'string') return wrongType('text');
    return options.includes(given) ? { value: given } : notAmong(options);
  },
  choices: (given, options) => {
    if (!Array.isArray(given) || !given.every((one) => typeof one === 'string')) return wrongType('a list of texts');
    if (given.length === 0) return { fault: { code: 'REQUIRED', message: 'Must be given; null takes it away.' } };
    if (!given.every((one) => options.includes(one)) || new Set(given).size < given.length) return notAmong(options);
    return { value: options.filter((option) => given.includes(option)) };
  },
};

/** The value as it is kept, or why it does not fit the field. */
export function checkValue({ kind, options }: Kind, given: unknown): Checked {
  return CHECKS[kind](given, options);
}

function notAmong(options: readonly string[]): Checked {
  return { fault: { code: 'INVALID_VALUE', message: `Must be one of ${options.join(', ')}.` } };
}

/** One way to write each number: no zeros in front or behind, no minus zero. */
function canonical(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '');
  const rest = fraction.replace(/0+$/, '');
  const size = rest ? `${digits}.${rest}` : digits;
  return decimal.startsWith('-') && size !== '0' ? `-${size}` : size;
}

function isDate(text: string): boolean {
  if (!DATE.test(text) || text.startsWith('0000')) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A value as a filter finds it: one row a part, each in the column of its type. */
export interface ValueRow {
  text: string | null;
  date: string | null;
  number: string | null;
}

export function valueRows({ kind }: Pick<Kind, 'kind'>, value: FieldValue): ValueRow[] {
  const empty = { text: null, date: null, number: null };
  if (Array.isArray(value)) return value.map((text) => ({ ...empty, text }));
  if (kind === 'date') return [{ ...empty, date: String(value) }];
  return kind === 'integer' || kind === 'decimal' ? [{ ...empty, number: String(value) }] : [{ ...empty, text: String(value) }];
}
