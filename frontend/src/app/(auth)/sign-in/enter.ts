import { redirect } from 'next/navigation';
import type { Challenge, SignedIn } from '../../../lib/api-types.ts';
import { keepChallenge, keepToken } from '../../../lib/session-cookie.ts';

/** Goes on to `next` with the session that was opened, or first to the second step of signing in. */
export async function enter(outcome: SignedIn | Challenge, next: string): Promise<never> {
  if ('challenge' in outcome) {
    await keepChallenge(outcome.challenge, outcome.expiresAt);
    redirect(next === '/' ? '/sign-in/code' : `/sign-in/code?${new URLSearchParams({ next })}`);
  }
  await keepToken(outcome.token, outcome.expiresAt);
  redirect(next);
}
