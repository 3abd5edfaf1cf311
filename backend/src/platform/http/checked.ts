import { checkBounds } from './bounded-input.ts';
import { Invalid } from './problems.ts';
import { RequestValidationPipe } from './validation.pipe.ts';

const pipe = new RequestValidationPipe();

/** `value` as the DTO class that a body of it would be. @throws Invalid */
export function checkedBody<T>(dto: new () => T, value: object): Promise<T> {
  return pipe.transform(value, { type: 'body', metatype: dto }) as Promise<T>;
}

/**
 * Uses the query of a list as it stands in its address, for what is done to all of that list.
 * @throws Invalid at `pointer` where it is no such query
 */
export async function withQuery<Query, T>(dto: new () => Query, text: string, pointer: string, use: (query: Query) => Promise<T>): Promise<T> {
  const given = new URLSearchParams(text);
  const names = [...new Set(given.keys())];
  const query = Object.fromEntries(names.map((name) => [name, given.getAll(name).length > 1 ? given.getAll(name) : given.get(name)]));
  try {
    checkBounds(query, '?');
    return await use((await pipe.transform(query, { type: 'query', metatype: dto })) as Query);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const wrong = error.extras.errors?.map((field) => field.pointer).join(', ');
    throw Invalid.field(pointer, 'INVALID_VALUE', `Is not a query of this list: ${wrong}.`);
  }
}
