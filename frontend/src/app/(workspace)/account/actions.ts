'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';
import { keepToken } from '../../../lib/session-cookie.ts';

export const updateProfile = action({
  fields: ['name', 'locale', 'timeZone', 'theme'],
  run: ({ text, choice, tenant }) =>
    call('PATCH', '/users/me', {
      body: { name: text('name').trim(), locale: choice('locale'), timeZone: text('timeZone'), theme: choice('theme') },
      tenant,
    }),
});

/** A new password ends every other session; this one goes on under a new token. */
export const changePassword = action({
  fields: ['currentPassword', 'newPassword'],
  secrets: ['currentPassword', 'newPassword'],
  explain: { UNAUTHENTICATED: 'password', REAUTH_REQUIRED: 'password' },
  run: async ({ text, tenant }) => {
    const body = { currentPassword: text('currentPassword'), newPassword: text('newPassword') };
    const signedIn = await call('POST', '/auth/password', { body, tenant });
    await keepToken(signedIn.token, signedIn.expiresAt);
    return { expiresAt: signedIn.expiresAt };
  },
});

/** Ten new recovery codes, shown this once. */
export const renewRecoveryCodes = action({
  fields: ['password', 'code'],
  secrets: ['password', 'code'],
  run: ({ text, tenant }) => call('POST', '/auth/second-factor/recovery-codes', { body: { password: text('password'), code: text('code').trim() }, tenant }),
});

export const disableSecondFactor = action({
  fields: ['password', 'code'],
  secrets: ['password', 'code'],
  run: async ({ text, tenant }): Promise<never> => {
    await call('POST', '/auth/second-factor/disable', { body: { password: text('password'), code: text('code').trim() }, tenant });
    redirect('/account');
  },
});

export const revokeSession = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('DELETE', '/auth/sessions/{id}', { path: { id: text('id') }, tenant }),
});
