'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';

/** Sends a message to one's own address and goes to it, to see what becomes of it. */
export const testMail = action({
  fields: [],
  run: async ({ tenant }): Promise<never> => {
    const { id } = await call('POST', '/mails/test', { tenant });
    redirect(`/settings/mail/${id}`);
  },
});

export const retryMail = action({
  fields: ['id'],
  explain: { GONE: 'invitation' },
  run: ({ text, tenant }) => call('POST', '/mails/{id}/retry', { path: { id: text('id') }, tenant }),
});
