'use server';

import { redirect } from 'next/navigation';
import { action } from '../../lib/action.ts';
import { call } from '../../lib/api.ts';
import { ApiProblem } from '../../lib/problem.ts';
import { dropToken, keepToken } from '../../lib/session-cookie.ts';

/** Opens a session for another membership. Goes to its Home, since what this page shows is not of that workspace. */
export const switchTenant = action({
  fields: ['tenantId'],
  run: async ({ text, tenant }): Promise<never> => {
    const signedIn = await call('POST', '/auth/switch', { body: { tenantId: text('tenantId') }, tenant });
    await keepToken(signedIn.token, signedIn.expiresAt);
    redirect('/');
  },
});

export const updateTheme = action({
  fields: ['theme'],
  run: ({ choice, tenant }) => call('PATCH', '/users/me', { body: { theme: choice('theme') }, tenant }),
});

/** Ends the session; one that has already ended is as good. */
export const signOut = action({
  fields: [],
  run: async (): Promise<never> => {
    await call('POST', '/auth/sign-out').catch((error: unknown) => {
      if (!(error instanceof ApiProblem) || error.problem.status !== 401) throw error;
    });
    await dropToken();
    redirect('/sign-in');
  },
});
