import type { paths } from '@kontor/client/schema.generated';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

type Prefix = '/api/v1';
type ItemAt<Path extends string> = `${Prefix}${Path}` extends keyof paths ? paths[`${Prefix}${Path}`] : never;
type Operation<M extends Method, Path extends string> = ItemAt<Path>[Lowercase<M> & keyof ItemAt<Path>];

/** The paths of the API, without its prefix, that take the method. */
export type PathOf<M extends Method> = {
  [Path in keyof paths]: paths[Path][Lowercase<M>] extends undefined ? never : Path extends `${Prefix}${infer Short}` ? Short : never;
}[keyof paths];

type Parameters<Op, Name extends string> = Op extends { parameters: infer All } ? (Name extends keyof All ? NonNullable<All[Name]> : never) : never;

/** What a path takes in its query; never where it takes none. */
export type QueryOf<M extends Method, Path extends PathOf<M>> = Parameters<Operation<M, Path>, 'query'>;

type PathPart<Op> = [Parameters<Op, 'path'>] extends [never] ? { path?: never } : { path: Parameters<Op, 'path'> };
type QueryPart<Op> = [Parameters<Op, 'query'>] extends [never] ? { query?: never } : { query?: Parameters<Op, 'query'> };
type BodyPart<Op> = Op extends { requestBody: { content: { 'application/json': infer Body } } } ? { body: Body } : { body?: never };

/** What a call of the path needs and may have, and nothing else. */
export type ParametersOf<M extends Method, Path extends PathOf<M>> = PathPart<Operation<M, Path>> &
  QueryPart<Operation<M, Path>> &
  BodyPart<Operation<M, Path>>;

type Answer<Response> = Response extends { content: { 'application/json': infer Data } } ? Data : void;

/** What the path answers when all is well. */
export type AnswerOf<M extends Method, Path extends PathOf<M>> =
  Operation<M, Path> extends { responses: infer Responses } ? Answer<Responses[keyof Responses & (200 | 201 | 202 | 204)]> : never;
