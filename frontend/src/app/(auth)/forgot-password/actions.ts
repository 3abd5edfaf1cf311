'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';

/** Asks for a link; what the page says next is the same whether the address has an account or not. */
export const forgetPassword = action({
  fields: ['email'],
  tenant: false,
  explain: { QUOTA_EXCEEDED: 'resetQuota' },
  run: async ({ text }): Promise<never> => {
    const { isSending } = await call('POST', '/auth/forgot-password', { body: { email: text('email').trim() } });
    redirect(`/forgot-password?told=${isSending ? 'mailed' : 'operator'}`);
  },
});
