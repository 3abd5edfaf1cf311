'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';
import { keepToken } from '../../../lib/session-cookie.ts';
import { localPath } from './local-path.ts';

/** Opens a session and goes on to the page that was asked for. */
export const signIn = action({
  fields: ['email', 'password', 'next'],
  secrets: ['password'],
  tenant: false,
  explain: { UNAUTHENTICATED: 'credentials' },
  run: async ({ text }): Promise<never> => {
    const signedIn = await call('POST', '/auth/sign-in', { body: { email: text('email').trim(), password: text('password') } });
    await keepToken(signedIn.token, signedIn.expiresAt);
    redirect(localPath(text('next')));
  },
});
