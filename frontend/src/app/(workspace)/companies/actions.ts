'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';

/** Enters a company and goes to it. */
export const createCompany = action({
  fields: ['name', 'domain', 'note'],
  explain: { CONFLICT: 'company' },
  run: async ({ text, tenant }): Promise<never> => {
    const body = { name: text('name').trim(), domain: text('domain').trim() || null, note: text('note').trim() || null };
    const company = await call('POST', '/companies', { body, tenant });
    redirect(`/companies/${company.id}`);
  },
});

/** Changes a company and goes back to it. */
export const updateCompany = action({
  fields: ['id', 'version', 'name', 'domain', 'note'],
  explain: { CONFLICT: 'company' },
  run: async ({ text, tenant }): Promise<never> => {
    const body = { name: text('name').trim(), domain: text('domain').trim() || null, note: text('note').trim() || null };
    const company = await call('PATCH', '/companies/{id}', { path: { id: text('id') }, body, tenant, version: text('version') });
    redirect(`/companies/${company.id}`);
  },
});

export const archiveCompany = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/companies/{id}/archive', { path: { id: text('id') }, tenant }),
});

export const restoreCompany = action({
  fields: ['id'],
  explain: { CONFLICT: 'company' },
  run: ({ text, tenant }) => call('POST', '/companies/{id}/restore', { path: { id: text('id') }, tenant }),
});
