'use server';

import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';
import { dropChallenge, readChallenge } from '../../../lib/session-cookie.ts';
import { enter } from './enter.ts';
import { localPath } from './local-path.ts';

/** Opens a session and goes on to the page that was asked for; who has a second factor is asked for a code first. */
export const signIn = action({
  fields: ['email', 'password', 'next'],
  secrets: ['password'],
  tenant: false,
  explain: { UNAUTHENTICATED: 'credentials' },
  run: async ({ text }): Promise<never> => {
    const outcome = await call('POST', '/auth/sign-in', { body: { email: text('email').trim(), password: text('password') } });
    return enter(outcome, localPath(text('next')));
  },
});

/** The second step: opens the session that the password asked for. */
export const answerChallenge = action({
  fields: ['code', 'next'],
  secrets: ['code'],
  tenant: false,
  explain: { UNAUTHENTICATED: 'code', GONE: 'challenge' },
  run: async ({ text }): Promise<never> => {
    const challenge = (await readChallenge()) ?? '';
    const signedIn = await call('POST', '/auth/second-factor', { body: { challenge: challenge || 'none', code: text('code').trim() } });
    await dropChallenge();
    return enter(signedIn, localPath(text('next')));
  },
});
