import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import type { FieldError, FieldErrorCode } from '@kontor/contracts/errors';
import { Invalid } from './problems.ts';
import { rememberRules } from './remembered-rules.ts';

const CODES: Record<string, FieldErrorCode> = {
  isDefined: 'REQUIRED',
  whitelistValidation: 'UNKNOWN_FIELD',
  isString: 'INVALID_TYPE',
  isArray: 'INVALID_TYPE',
  isBoolean: 'INVALID_TYPE',
  isInt: 'INVALID_TYPE',
  isObject: 'INVALID_TYPE',
  nestedValidation: 'INVALID_TYPE',
  unknownValue: 'INVALID_TYPE',
  isIn: 'INVALID_VALUE',
  arrayUnique: 'INVALID_VALUE',
  arrayMaxSize: 'TOO_LONG',
  min: 'TOO_SMALL',
  max: 'TOO_LARGE',
};

rememberRules();

/** The order in which one of several broken rules is told: the most basic first. */
const ORDER = Object.keys(CODES);


/** The same queries come again and again: pages that are looked at, polls. More than these are checked anew. */
const KNOWN_QUERIES = 1_000;
/** Characters of a query as JSON; longer ones are rare. */
const LONGEST_KNOWN = 500;

/** The one validation: DTO classes, nothing undeclared, every refused field named by its pointer. */
export class RequestValidationPipe extends ValidationPipe {
  /** Queries that were found good, by class and text. They are frozen, since requests share them. */
  readonly #known = new Map<ArgumentMetadata['metatype'], Map<string, unknown>>();
  #size = 0;

  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      validationError: { target: false },
      exceptionFactory: (errors) => new Refused(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isBody = metadata.type === 'body';
    if (isBody && (typeof value !== 'object' || value === null || Array.isArray(value))) {
      throw Invalid.field('', 'INVALID_TYPE', 'Must be a JSON object.');
    }
    return metadata.type === 'query' ? this.#query(value, metadata) : this.#checked(value, metadata);
  }

  /** What a rule says of a query depends on its text alone, so it is asked once. */
  async #query(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const text = JSON.stringify(value);
    const known = this.#known.get(metadata.metatype)?.get(text);
    if (known !== undefined) return known;
    const query = await this.#checked(value, metadata);
    if (text.length > LONGEST_KNOWN) return query;
    if (this.#size++ >= KNOWN_QUERIES) {
      this.#known.clear();
      this.#size = 1;
    }
    const ofClass = this.#known.get(metadata.metatype) ?? new Map<string, unknown>();
    this.#known.set(metadata.metatype, ofClass.set(text, frozen(query)));
    return query;
  }

  async #checked(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Invalid(error.errors.flatMap((refused) => fieldErrors(refused, metadata.type === 'body' ? '/' : '?')));
    }
  }
}

function frozen(query: unknown): unknown {
  if (typeof query === 'object' && query !== null) Object.values(query).forEach(frozen);
  return Object.freeze(query);
}

class Refused extends Error {
  constructor(readonly errors: ValidationError[]) {
    super('refused');
  }
}

function fieldErrors(error: ValidationError, prefix: string): FieldError[] {
  const pointer = `${prefix}${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const nested = (error.children ?? []).flatMap((child) => fieldErrors(child, `${pointer}/`));
  const rules = Object.keys(error.constraints ?? {}).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const rule = rules.find((name) => name in CODES) ?? rules[0];
  if (rule === undefined) return nested;
  return [{ pointer, ...told(rule, error) }, ...nested];
}

function told(rule: string, { value, constraints }: ValidationError): Omit<FieldError, 'pointer'> {
  if (rule === 'isDefined') return { code: 'REQUIRED', message: 'Must be given.' };
  if (rule === 'whitelistValidation') return { code: 'UNKNOWN_FIELD', message: 'Is not a field here.' };
  if (rule === 'isEmail') return { code: 'INVALID_FORMAT', message: 'Must be an e-mail address.' };
  if (rule === 'isUuid') return { code: 'INVALID_FORMAT', message: 'Must be an id.' };
  if (rule === 'isLength') return lengthTold(String(value ?? ''), constraints?.['isLength'] ?? '');
  const text = (constraints?.[rule] ?? 'is not valid').replace(/^(each value in )?\S+ /, '');
  return { code: CODES[rule] ?? 'INVALID_FORMAT', message: `${text.charAt(0).toUpperCase()}${text.slice(1)}.` };
}

function lengthTold(value: string, text: string): Omit<FieldError, 'pointer'> {
  const longer = /longer than or equal to (\d+)/.exec(text)?.[1];
  if (longer !== undefined) {
    return value === '' ? { code: 'REQUIRED', message: 'Must be given.' } : { code: 'TOO_SHORT', message: `At least ${longer} characters.` };
  }
  return { code: 'TOO_LONG', message: `At most ${/(\d+)/.exec(text)?.[1] ?? ''} characters.` };
}
