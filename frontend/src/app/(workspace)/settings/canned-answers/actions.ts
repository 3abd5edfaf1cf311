'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';

const LIST = '/settings/canned-answers';

export const createCannedAnswer = action({
  fields: ['name', 'shortcut', 'body', 'shared'],
  explain: { CONFLICT: 'shortcut' },
  run: async ({ text, tenant }): Promise<never> => {
    const body = { name: text('name').trim(), shortcut: text('shortcut').trim(), body: text('body'), shared: text('shared') === 'yes' };
    await call('POST', '/canned-answers', { body, tenant });
    redirect(LIST);
  },
});

export const updateCannedAnswer = action({
  fields: ['id', 'version', 'name', 'shortcut', 'body', 'shared'],
  explain: { CONFLICT: 'shortcut' },
  run: async ({ text, has, tenant }): Promise<never> => {
    await call('PATCH', '/canned-answers/{id}', {
      path: { id: text('id') },
      body: {
        name: text('name').trim(),
        shortcut: text('shortcut').trim(),
        body: text('body'),
        shared: has('shared') ? text('shared') === 'yes' : undefined,
      },
      tenant,
      version: text('version'),
    });
    redirect(LIST);
  },
});

export const deleteCannedAnswer = action({
  fields: ['id'],
  run: async ({ text, tenant }): Promise<never> => {
    await call('DELETE', '/canned-answers/{id}', { path: { id: text('id') }, tenant });
    redirect(LIST);
  },
});
