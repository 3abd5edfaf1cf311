'use server';

import { redirect } from 'next/navigation';
import { MERGED_FIELDS } from '@kontor/contracts/contacts';
import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';
import { companyOf } from './company-of.ts';
import { linesOf } from './lines-of.ts';

/** Enters a contact and goes to it. */
export const createContact = action({
  fields: ['name', 'emails', 'phones', 'company', 'externalId'],
  explain: { CONFLICT: 'contact' },
  run: async ({ text, tenant }): Promise<never> => {
    const contact = await call('POST', '/contacts', {
      body: {
        name: text('name').trim(),
        emails: linesOf(text('emails')),
        phones: linesOf(text('phones')),
        companyId: await companyOf(text('company').trim(), tenant),
        externalId: text('externalId').trim() || null,
      },
      tenant,
    });
    redirect(`/contacts/${contact.id}`);
  },
});

/** Changes a contact and goes back to it. */
export const updateContact = action({
  fields: ['id', 'version', 'name', 'emails', 'phones', 'company', 'externalId'],
  explain: { CONFLICT: 'contact' },
  run: async ({ text, tenant }): Promise<never> => {
    const contact = await call('PATCH', '/contacts/{id}', {
      path: { id: text('id') },
      body: {
        name: text('name').trim(),
        emails: linesOf(text('emails')),
        phones: linesOf(text('phones')),
        companyId: await companyOf(text('company').trim(), tenant),
        externalId: text('externalId').trim() || null,
      },
      tenant,
      version: text('version'),
    });
    redirect(`/contacts/${contact.id}`);
  },
});

export const archiveContact = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/contacts/{id}/archive', { path: { id: text('id') }, tenant }),
});

export const restoreContact = action({
  fields: ['id'],
  explain: { CONFLICT: 'contact' },
  run: ({ text, tenant }) => call('POST', '/contacts/{id}/restore', { path: { id: text('id') }, tenant }),
});

/** Makes the source part of the contact, with the values that were chosen, and goes to it. */
export const mergeContacts = action({
  fields: ['id', 'version', 'sourceId', ...MERGED_FIELDS],
  explain: { CONFLICT: 'archived' },
  run: async ({ text, tenant }): Promise<never> => {
    const contact = await call('POST', '/contacts/{id}/merge', {
      path: { id: text('id') },
      body: { sourceId: text('sourceId'), take: MERGED_FIELDS.filter((field) => text(field) === 'source') },
      tenant,
      version: text('version'),
    });
    redirect(`/contacts/${contact.id}`);
  },
});

export const unmergeContact = action({
  fields: ['id'],
  explain: { CONFLICT: 'unmerge' },
  run: ({ text, tenant }) => call('POST', '/contacts/{id}/unmerge', { path: { id: text('id') }, tenant }),
});
