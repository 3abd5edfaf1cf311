'use server';

import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';
import { enter } from '../sign-in/enter.ts';

/** Sets the new password by the link that was mailed and signs in; who has a second factor is asked for a code first. */
export const resetPassword = action({
  fields: ['token', 'password'],
  secrets: ['password'],
  tenant: false,
  explain: { GONE: 'reset' },
  run: async ({ text }): Promise<never> => enter(await call('POST', '/auth/reset-password', { body: { token: text('token'), password: text('password') } }), '/'),
});
