'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';

/** Enters a contact and goes to it. */
export const createContact = action({
  fields: ['name', 'email', 'phone'],
  explain: { CONFLICT: 'contact' },
  run: async ({ text, tenant }): Promise<never> => {
    const contact = await call('POST', '/contacts', {
      body: { name: text('name').trim(), email: text('email').trim() || undefined, phone: text('phone').trim() || undefined },
      tenant,
    });
    redirect(`/contacts/${contact.id}`);
  },
});
