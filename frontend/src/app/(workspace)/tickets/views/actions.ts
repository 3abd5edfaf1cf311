'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';

/** Keeps the filters of a list under a name, and shows it. */
export const createView = action({
  fields: ['name', 'filter', 'sort', 'layout', 'mayShare', 'shared'],
  explain: { CONFLICT: 'view' },
  run: async ({ text, choice, has, tenant }): Promise<never> => {
    const view = await call('POST', '/ticket-views', {
      body: { name: text('name').trim(), filter: JSON.parse(text('filter')) as Record<string, unknown>, sort: choice('sort'), layout: choice('layout'), shared: has('shared') },
      tenant,
    });
    redirect(`/tickets?view=${view.id}`);
  },
});

/** Renames, shares or places a view, and gives it the filters of the list where the form has them. */
export const updateView = action({
  fields: ['id', 'version', 'name', 'place', 'filter', 'sort', 'layout', 'renewed', 'mayShare', 'shared'],
  explain: { CONFLICT: 'view' },
  run: async ({ text, choice, has, tenant }): Promise<never> => {
    const renewed = has('renewed') ? { filter: JSON.parse(text('filter')) as Record<string, unknown>, sort: choice<'number'>('sort'), layout: choice<'list'>('layout') } : {};
    const view = await call('PATCH', '/ticket-views/{id}', {
      path: { id: text('id') },
      body: { name: text('name').trim(), place: Number(text('place')), ...(has('mayShare') && { shared: has('shared') }), ...renewed },
      tenant,
      version: text('version'),
    });
    redirect(`/tickets?view=${view.id}`);
  },
});

export const deleteView = action({
  fields: ['id'],
  run: async ({ text, tenant }): Promise<never> => {
    await call('DELETE', '/ticket-views/{id}', { path: { id: text('id') }, tenant });
    redirect('/tickets');
  },
});
