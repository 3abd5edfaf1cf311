import { Type, type Static, type TObject, type TProperties, type TSchema, type TUnsafe } from 'typebox';

/**
 * Response shapes: JSON Schema that the HTTP adapter serialises with (so that nothing undeclared can leave), that the
 * OpenAPI document shows, and whose static type the queries answer in.
 */
export const Text = () => Type.String();
export const Uuid = () => Type.String({ format: 'uuid' });
/** UTC, ISO 8601 with `Z`, microseconds where stored. */
export const Instant = () => Type.String({ format: 'date-time' });
export const Whole = () => Type.Integer();
export const Flag = () => Type.Boolean();
export const OneOf = <const T extends string>(values: readonly T[]): TUnsafe<T> =>
  Type.Unsafe<T>({ type: 'string', enum: [...values] });
export const Nullable = <T extends TSchema>(schema: T): TUnsafe<Static<T> | null> => {
  const { type, enum: values, ...rest } = schema as { type?: string; enum?: unknown[] };
  return Type.Unsafe<Static<T> | null>({ ...rest, type: [type, 'null'], ...(values ? { enum: [...values, null] } : {}) });
};
export const List = <T extends TSchema>(items: T) => Type.Array(items);
export const Anything = () => Type.Unsafe<unknown>({});

/** A named object: `title` becomes its name among the components of the OpenAPI document. */
export const Shape = <T extends TProperties>(title: string, properties: T): TObject<T> =>
  Type.Object(properties, { title, additionalProperties: false });

/** A page of a list. `count` only where it was asked for. */
export const Page = <T extends TSchema>(title: string, items: T) =>
  Type.Object({ items: List(items), nextCursor: Nullable(Text()), count: Type.Optional(Whole()) }, { title, additionalProperties: false });

/** One page of `T`. */
export interface PageOf<T> {
  items: T[];
  nextCursor: string | null;
  count?: number;
}

export type { Static };
