'use server';

import type { ApiScope } from '@kontor/contracts/scopes';
import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';

const DAY_MS = 86_400_000;

/** Makes a key; the answer shows it this once. */
export const createApiKey = action({
  fields: ['name', 'ownerId', 'days', 'scopes', 'password'],
  secrets: ['password'],
  run: ({ text, texts, has, tenant }) => {
    const days = Number(text('days'));
    return call('POST', '/api-keys', {
      body: {
        name: text('name').trim(),
        ownerId: has('ownerId') ? text('ownerId') : undefined,
        expiresAt: days > 0 ? new Date(Date.now() + days * DAY_MS).toISOString() : undefined,
        scopes: texts('scopes') as ApiScope[],
        password: text('password'),
      },
      tenant,
    });
  },
});

/** Ends a key for good. */
export const revokeApiKey = action({
  fields: ['id'],
  run: async ({ text, tenant }): Promise<never> => {
    await call('POST', '/api-keys/{id}/revoke', { path: { id: text('id') }, tenant });
    redirect('/settings/api-keys');
  },
});
