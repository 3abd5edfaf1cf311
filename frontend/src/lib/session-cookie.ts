import { cookies } from 'next/headers';
import { sessionCookieName } from '../../server/session-cookie.ts';
import { getSettings } from './settings.ts';

const cookieName = () => sessionCookieName(getSettings().publicUrl);

export async function readToken(): Promise<string | undefined> {
  return (await cookies()).get(cookieName())?.value;
}

/** Keeps the session token where no script of the page can read it. */
export async function keepToken(token: string, expiresAt: string): Promise<void> {
  (await cookies()).set(cookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: getSettings().publicUrl.protocol === 'https:',
    path: '/',
    expires: new Date(expiresAt),
  });
}

const CHALLENGE = 'kontor-challenge';

/** Between the two steps of a sign-in: what the password has earned, for the second step alone. */
export async function keepChallenge(challenge: string, expiresAt: string): Promise<void> {
  (await cookies()).set(CHALLENGE, challenge, {
    httpOnly: true,
    sameSite: 'lax',
    secure: getSettings().publicUrl.protocol === 'https:',
    path: '/sign-in',
    expires: new Date(expiresAt),
  });
}

export async function readChallenge(): Promise<string | undefined> {
  return (await cookies()).get(CHALLENGE)?.value;
}

export async function dropChallenge(): Promise<void> {
  (await cookies()).delete({ name: CHALLENGE, path: '/sign-in', secure: getSettings().publicUrl.protocol === 'https:' });
}

export async function dropToken(): Promise<void> {
  (await cookies()).delete({ name: cookieName(), path: '/', secure: getSettings().publicUrl.protocol === 'https:' });
}
