'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import type { Contact } from '../../../../lib/api-types.ts';
import { call } from '../../../../lib/api.ts';

/** Enters a contact and goes to it. */
export const createContact = action({
  fields: ['name', 'email', 'phone'],
  explain: { CONFLICT: 'contact' },
  run: async ({ text, tenant }): Promise<never> => {
    const email = text('email').trim();
    const phone = text('phone').trim();
    const body = { name: text('name').trim(), ...(email && { email }), ...(phone && { phone }) };
    const contact = await call<Contact>('POST', '/contacts', { body, tenant });
    redirect(`/contacts/${contact.id}`);
  },
});
