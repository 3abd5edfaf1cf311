import type { ErrorCode, Problem } from '@kontor/contracts/errors';
import type { Messages } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { isOriginAllowed } from '../../server/origin.ts';
import { reportError } from '../../server/report-error.ts';
import { traceId } from './api.ts';
import type { ActionResult, Failure } from './action-result.ts';
import { ChoiceNeeded } from './choice-needed.ts';
import { ApiProblem, localProblem } from './problem.ts';
import { getSettings } from './settings.ts';

/** What the form was sent with. */
export interface Form<Field extends string> {
  /** The field's value; '' where the form lacks it. */
  text: (field: Field) => string;
  /** The field's value where it is one of a few: which ones there are the API says, and refuses any other. */
  choice: <Value extends string>(field: Field) => Value;
  has: (field: Field) => boolean;
  /** All values of a field that there may be several of. */
  texts: (field: Field) => string[];
  /** The values of each field whose name begins so, by the rest of its name: `fields.*` are the workspace's own. */
  under: (group: Field & `${string}.*`) => Record<string, string[]>;
  /** The tenant that the form was rendered for; '' where the action belongs to no tenant. */
  tenant: string;
}

interface Declaration<Field extends string, Data> {
  /** Names; one that ends in `.*` stands for all that begin so. */
  fields: readonly Field[];
  /** Fields that are never sent back to be typed again. */
  secrets?: readonly Field[];
  /** False for what belongs to a person rather than to a workspace, such as signing in. */
  tenant?: boolean;
  /** True where nothing is changed, so that no page need be rendered anew. */
  isReading?: boolean;
  /** What a refusal means here, where that is more than the code says: names under `errors.case`. */
  explain?: Partial<Record<ErrorCode, keyof Messages['errors']['case']>>;
  run: (form: Form<Field>) => Promise<Data>;
}

/** What a refusal needs of a declaration. */
type Refusable = Pick<Declaration<string, unknown>, 'fields' | 'secrets' | 'explain'>;

/** The value of a text field; '' where there is none. */
function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

function allOf(data: FormData, name: string): string[] {
  return data.getAll(name).filter((value) => typeof value === 'string');
}

function groupOf(data: FormData, group: string): Record<string, string[]> {
  const prefix = group.slice(0, -1);
  const names = new Set([...data.keys()].filter((name) => name.startsWith(prefix)));
  return Object.fromEntries([...names].map((name) => [name.slice(prefix.length), allOf(data, name)]));
}

function isDeclared(name: string, declared: readonly string[]): boolean {
  return declared.some((field) => field === name || (field.endsWith('.*') && name.startsWith(field.slice(0, -1))));
}

/** React's own fields of a form that is sent without JavaScript. */
const OF_REACT = /^\$ACTION_/;

/** Refusals after which the page shows something older than what is there. */
const STALE = new Set<ErrorCode>(['VERSION_MISMATCH', 'STALE_REPLY', 'ILLEGAL_TRANSITION', 'CONFLICT', 'ASSIGNEE_REQUIRED', 'FIELDS_REQUIRED', 'NOT_FOUND', 'SECOND_FACTOR_REQUIRED']);

async function check(data: FormData, declared: readonly string[], needsTenant: boolean): Promise<Problem | null> {
  const trace = await traceId();
  if (!isOriginAllowed((await headers()).get('origin'), getSettings().publicUrl)) return localProblem('ORIGIN_REJECTED', trace);
  const unknown = [...data.keys()].find((name) => !OF_REACT.test(name) && name !== 'tenant' && !isDeclared(name, declared));
  if (unknown !== undefined) {
    const error = { pointer: `/${unknown}`, code: 'UNKNOWN_FIELD', message: '' } as const;
    return { ...localProblem('VALIDATION_FAILED', trace), errors: [error] };
  }
  if (needsTenant && !data.get('tenant')) return localProblem('WRONG_TENANT', trace);
  return null;
}

/** The refused fields with what to do about each, by the first part of their pointer. */
async function fieldErrors(problem: Problem, declared: readonly string[]): Promise<Record<string, string>> {
  const t = await getTranslations('errors');
  const entries = (problem.errors ?? []).map((error) => {
    const parts = error.pointer.split('/').filter(Boolean);
    const name = parts.join('.');
    const field = isDeclared(name, declared) ? name : (parts[0] ?? '');
    return [field, t(`field.${error.code}`)] as const;
  });
  return Object.fromEntries(entries);
}

async function failure(problem: Problem, data: FormData, { fields: declared, secrets = [], explain = {} }: Refusable): Promise<Failure> {
  const t = await getTranslations('errors');
  const special = explain[problem.code];
  const values: Record<string, string[]> = {};
  for (const [name, value] of data) {
    const isKept = isDeclared(name, declared) && !secrets.includes(name);
    if (isKept && typeof value === 'string') (values[name] ??= []).push(value);
  }
  const fields = await fieldErrors(problem, declared);
  return {
    success: false,
    error: special ? t(`case.${special}`) : t(`code.${problem.code}`, { seconds: problem.retryAfter ?? 0 }),
    code: problem.code,
    ...(Object.keys(fields).length > 0 && { fieldErrors: fields }),
    ...(problem.newMessages && { newMessages: problem.newMessages }),
    ...(problem.retryAfter !== undefined && { retryAfter: problem.retryAfter }),
    traceId: problem.traceId,
    values,
  };
}

/** The same refusal with what may be chosen, and at the field what to do. */
async function asking(refusal: Failure, { field, choices }: ChoiceNeeded): Promise<Failure> {
  const t = await getTranslations('errors.case');
  return { ...refusal, fieldErrors: { [field]: t(choices.length > 0 ? 'several' : 'nobody') }, choices: { [field]: choices } };
}

async function problemOf(error: unknown): Promise<Problem> {
  if (error instanceof ApiProblem) return error.problem;
  const trace = await traceId();
  reportError(error, { category: 'action', severity: 'error', context: { traceId: trace } });
  return localProblem('INTERNAL', trace);
}

/**
 * Makes a server action of `run`. Refuses a foreign origin, an undeclared field and a missing tenant before it runs, never
 * throws (a redirect of Next's passes), and has the pages rendered anew.
 */
export function action<Field extends string, Data>(declaration: Declaration<Field, Data>) {
  const { fields, tenant: needsTenant = true, isReading = false, run } = declaration;
  // Any page may show what was changed.
  const revalidate = () => revalidatePath('/', 'layout');
  return async (_previous: unknown, data: FormData): Promise<ActionResult<Data>> => {
    try {
      const refused = await check(data, fields, needsTenant);
      if (refused) return await failure(refused, data, declaration);
      const result = await run({
        text: (field) => textOf(data, field),
        choice: <Value extends string>(field: Field) => textOf(data, field) as Value,
        has: (field) => data.has(field),
        texts: (field) => allOf(data, field),
        under: (group) => groupOf(data, group),
        tenant: textOf(data, 'tenant'),
      });
      if (!isReading) revalidate();
      return { success: true, data: result };
    } catch (error) {
      unstable_rethrow(error);
      const problem = await problemOf(error);
      if (STALE.has(problem.code)) revalidate();
      const refusal = await failure(problem, data, declaration);
      return error instanceof ChoiceNeeded ? await asking(refusal, error) : refusal;
    }
  };
}
