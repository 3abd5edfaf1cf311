'use server';

import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';
import { enter } from '../sign-in/enter.ts';

/** Takes an invitation: a new person gives a name and chooses a password, a known one gives the present password. */
export const acceptInvitation = action({
  fields: ['token', 'name', 'password'],
  secrets: ['password'],
  tenant: false,
  explain: { UNAUTHENTICATED: 'password', FORBIDDEN: 'stranger', GONE: 'invitation', NOT_FOUND: 'invitation' },
  run: async ({ text }): Promise<never> => {
    const body = { token: text('token'), password: text('password'), name: text('name').trim() || undefined };
    return enter(await call('POST', '/invitations/accept', { body }), '/');
  },
});
