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


/** The one validation: DTO classes, nothing undeclared, every refused field named by its pointer. */
export class RequestValidationPipe extends ValidationPipe {
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
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Invalid(error.errors.flatMap((refused) => fieldErrors(refused, isBody ? '/' : '?')));
    }
  }
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
