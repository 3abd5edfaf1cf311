'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';

/** Takes the rows of a checked file in, and goes to where the progress is. */
export const runImport = action({
  fields: ['checkId', 'existing'],
  run: async ({ text, choice, has, tenant }): Promise<never> => {
    const existing = has('existing') ? choice<'update' | 'skip'>('existing') : 'update';
    const operation = await call('POST', '/contacts/import/run', { body: { checkId: text('checkId'), existing }, tenant });
    redirect(`/operations/${operation.id}`);
  },
});

/** Writes a file of the contacts that a list finds, and goes to where it can be had. */
export const exportContacts = action({
  fields: ['matching'],
  run: async ({ text, tenant }): Promise<never> => {
    const operation = await call('POST', '/contacts/export', { body: { matching: text('matching') }, tenant });
    redirect(`/operations/${operation.id}`);
  },
});
