import type { Permission } from '@kontor/contracts/permissions';
import { headers } from 'next/headers';
import { forbidden, notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { REQUEST_HEADERS } from '../../server/request-headers.ts';
import type { Session } from './api-types.ts';
import { call, type Rest } from './api.ts';
import type { AnswerOf, ParametersOf, PathOf } from './api-operation.ts';
import { ApiProblem } from './problem.ts';
import { readToken } from './session-cookie.ts';

/** Signed-out codes: the way on is the sign-in page. */
const SIGNED_OUT = new Set(['UNAUTHENTICATED', 'SESSION_EXPIRED', 'SESSION_REVOKED']);

/** The session of this request, or null for a visitor; asked for once however many components want it. */
export const findSession = cache(async (): Promise<Session | null> => {
  if (!(await readToken())) return null;
  try {
    return await call('GET', '/auth/session');
  } catch (error) {
    if (error instanceof ApiProblem && SIGNED_OUT.has(error.problem.code)) return null;
    throw error;
  }
});

async function redirectToSignIn(): Promise<never> {
  const url = new URL((await headers()).get(REQUEST_HEADERS.path) ?? '/', 'http://frontend');
  url.searchParams.delete('_rsc');
  const next = `${url.pathname}${url.search}`;
  redirect(next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`);
}

/** The session of this request; a visitor is sent to sign in, and back here afterwards, and who lacks a second factor that the workspace requires to set it up. */
export async function requireSession(): Promise<Session> {
  const session = (await findSession()) ?? (await redirectToSignIn());
  if (session.mustEnrol) redirect('/two-factor');
  return session;
}

export function can(session: Session, permission: Permission): boolean {
  return session.permissions.includes(permission);
}

/** As requireSession; a member without the permission sees the forbidden page. */
export async function requirePermission(permission: Permission): Promise<Session> {
  const session = await requireSession();
  return can(session, permission) ? session : forbidden();
}

/** Asked for once however many parts of a page want it. */
const readOnce = cache(async (path: PathOf<'GET'>, options: string): Promise<unknown> => {
  try {
    return await call('GET', path, JSON.parse(options) as ParametersOf<'GET', typeof path>);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (SIGNED_OUT.has(error.problem.code)) return redirectToSignIn();
    if (error.problem.status === 404 || error.problem.status === 400) notFound();
    if (error.problem.code === 'SECOND_FACTOR_REQUIRED') redirect('/two-factor');
    if (error.problem.status === 403) forbidden();
    throw error;
  }
});

/** Reads a resource for a page: unknown, or an address that means nothing, is the not-found page, not allowed the forbidden one, signed out the sign-in. */
export function read<Path extends PathOf<'GET'>>(path: Path, ...[options]: Rest<ParametersOf<'GET', Path>>): Promise<AnswerOf<'GET', Path>> {
  return readOnce(path, JSON.stringify(options ?? {})) as Promise<AnswerOf<'GET', Path>>;
}

/** As `read`, of a domain that a deployment may have left out: undefined where the session has no permission for it. */
export async function readWhere<Path extends PathOf<'GET'>>(permission: Permission, path: Path, ...rest: Rest<ParametersOf<'GET', Path>>): Promise<AnswerOf<'GET', Path> | undefined> {
  return can(await requireSession(), permission) ? read(path, ...rest) : undefined;
}
