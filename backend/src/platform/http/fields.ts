import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsEmail,
  IsFQDN,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** One decorator a field: it validates, and describes the field in the OpenAPI document. */
interface FieldOptions {
  /** May be left out. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  description?: string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** NUL cannot be stored by PostgreSQL; a lone surrogate is not a character. */
const NO_CONTROL = /^[^\u0000\p{Cs}]*$/u;

function field(options: FieldOptions, api: ApiPropertyOptions, ...rules: PropertyDecorator[]): PropertyDecorator {
  const presence: PropertyDecorator[] = options.optional
    ? [options.nullable ? IsOptional() : ValidateIf((_, value) => value !== undefined)]
    : options.nullable
      ? [ValidateIf((_, value) => value !== null)]
      : [IsDefined()];
  const described = {
    ...api,
    required: !options.optional,
    ...(options.nullable ? { nullable: true } : {}),
    ...(options.description ? { description: options.description } : {}),
  } as ApiPropertyOptions;
  return applyDecorators(...presence, ...rules, ApiProperty(described));
}

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** Text of `min` to `max` characters, trimmed. */
export function Text({ min = 1, max, ...options }: FieldOptions & { min?: number; max: number }): PropertyDecorator {
  return field(options, { type: String, minLength: min, maxLength: max }, trimmed, IsString(), Length(min, max), Matches(NO_CONTROL));
}

/** Text of a fixed form, up to `max` characters, trimmed. */
export function Pattern(form: RegExp, { max, ...options }: FieldOptions & { max: number }): PropertyDecorator {
  return field(options, { type: String, pattern: form.source, maxLength: max }, trimmed, IsString(), Length(1, max), Matches(form));
}

/** A secret as it was typed: never trimmed. */
export function Secret({ min, max, ...options }: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(options, { type: String, minLength: min, maxLength: max, format: 'password' }, IsString(), Length(min, max));
}

/** An e-mail address, folded to lower case. Well-formed first, since `IsEmail` throws over a lone surrogate. */
export function Email(options: FieldOptions = {}): PropertyDecorator {
  const folded = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase().toWellFormed() : value));
  return field(options, { type: String, format: 'email', maxLength: 254 }, folded, IsString(), Length(3, 254), IsEmail(), Matches(NO_CONTROL));
}

/** A domain name, such as `school.example`, folded to lower case. */
export function Domain({ max, ...options }: FieldOptions & { max: number }): PropertyDecorator {
  const folded = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase().toWellFormed() : value));
  return field(options, { type: String, maxLength: max, example: 'school.example' }, folded, IsString(), Length(1, max), IsFQDN());
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Boolean }, IsBoolean());
}

const lowered = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

/** An id, folded to the small letters of those that are kept: two ids are the same where their texts are. */
export function Id(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'uuid' }, Transform(({ value }: { value: unknown }) => lowered(value)), IsUUID());
}

/** Distinct ids. */
export function Ids({ max, ...options }: FieldOptions & { max: number }): PropertyDecorator {
  return field(
    options,
    { type: String, isArray: true, maxItems: max, items: { type: 'string', format: 'uuid' } },
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(lowered) : value)),
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  );
}

export function OneOf(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, enum: [...values] }, IsIn(values));
}

/** An IANA time zone name. */
export function TimeZone(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, example: 'Europe/Berlin' }, IsString(), IsTimeZone(), Matches(/^(UTC|[A-Z]\w+(\/[\w+-]+)+)$/));
}

/** Distinct texts, each of 1 to `length` characters. */
export function Texts({ max, length, ...options }: FieldOptions & { max: number; length: number }): PropertyDecorator {
  return field(
    options,
    { type: String, isArray: true, maxItems: max, items: { type: 'string', minLength: 1, maxLength: length } },
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((part: unknown) => (typeof part === 'string' ? part.trim() : part)) : value,
    ),
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsString({ each: true }),
    Length(1, length, { each: true }),
    Matches(NO_CONTROL, { each: true }),
  );
}

/** Distinct e-mail addresses, each folded to lower case. */
export function Emails({ max, ...options }: FieldOptions & { max: number }): PropertyDecorator {
  const folded = Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map((part: unknown) => (typeof part === 'string' ? part.trim().toLowerCase().toWellFormed() : part)) : value,
  );
  return field(
    options,
    { type: String, isArray: true, maxItems: max, items: { type: 'string', format: 'email', maxLength: 254 } },
    folded,
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsString({ each: true }),
    Length(3, 254, { each: true }),
    IsEmail({}, { each: true }),
    Matches(NO_CONTROL, { each: true }),
  );
}

/** Distinct ones of `values`. */
export function Choices(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  const api = { type: String, isArray: true, maxItems: values.length, items: { type: 'string', enum: [...values] } };
  return field(options, api, IsArray(), ArrayMaxSize(values.length), ArrayUnique(), IsIn(values, { each: true }));
}

/** An object with fields of its own. */
export function Nested(shape: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  // The library tells a lazy type by its name: it must be written as a property called `type`.
  return field(options, { type: () => shape() }, IsObject(), ValidateNested(), Type(shape));
}

/** Values by keys that the feature knows and checks. */
export function Values(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: true }, IsObject());
}

/** An object that its reader looks into: nothing of it is checked here but its size. */
export function Json(options: FieldOptions = {}): PropertyDecorator {
  // Taken as it came: the library would make objects of other classes of it.
  const asItCame = Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => obj[key]);
  return field(options, { type: Object, additionalProperties: true }, asItCame, IsObject());
}

/** A whole number. */
export function Whole({ min, max, ...options }: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(options, { type: 'integer', minimum: min, maximum: max }, IsInt(), Min(min), Max(max));
}

/** Text in a fixed form. */
export function Key({ pattern, ...options }: FieldOptions & { pattern: RegExp }): PropertyDecorator {
  return field(options, { type: String, pattern: pattern.source }, IsString(), Matches(pattern));
}

/** Query: a whole number. */
export function WholeQuery({ min, max, ...options }: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const number = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
  );
  return field({ optional: true, ...options }, { type: 'integer', minimum: min, maximum: max }, number, IsInt(), Min(min), Max(max));
}

/** Query: `true` or `false`. */
export function FlagQuery(options: FieldOptions = {}): PropertyDecorator {
  const flag = Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));
  return field({ optional: true, ...options }, { type: Boolean }, flag, IsBoolean());
}

/** Query: one or more of `values`, separated by commas. */
export function OneOrMoreQuery(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  const parts = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [...new Set(value.split(','))] : value));
  return field(
    { optional: true, ...options },
    { type: String, isArray: true, enum: [...values], style: 'form', explode: false } as ApiPropertyOptions,
    parts,
    IsArray(),
    IsIn(values, { each: true }),
  );
}

/** An instant with its zone (ISO 8601). */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'date-time' }, IsString(), Length(17, 32), IsISO8601({ strict: true }), Matches(INSTANT));
}

/** Query: an instant (ISO 8601 with zone) or a date, which means its first moment in UTC. */
export function InstantQuery(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { optional: true, ...options },
    { type: String, format: 'date-time' },
    IsString(),
    Length(10, 32),
    IsISO8601({ strict: true }),
    Matches(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/),
  );
}
