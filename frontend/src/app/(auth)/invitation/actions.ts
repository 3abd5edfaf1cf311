'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';
import { keepToken } from '../../../lib/session-cookie.ts';

/** Takes an invitation: a new person gives a name and chooses a password, a known one gives the present password. */
export const acceptInvitation = action({
  fields: ['token', 'name', 'password'],
  secrets: ['password'],
  tenant: false,
  explain: { UNAUTHENTICATED: 'password', GONE: 'invitation', NOT_FOUND: 'invitation' },
  run: async ({ text }): Promise<never> => {
    const body = { token: text('token'), password: text('password'), name: text('name').trim() || undefined };
    const signedIn = await call('POST', '/invitations/accept', { body });
    await keepToken(signedIn.token, signedIn.expiresAt);
    redirect('/');
  },
});
