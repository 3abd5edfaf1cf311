'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';
import { dropToken } from '../../../lib/session-cookie.ts';

/** Changes role and which tickets the member sees. */
export const updateMember = action({
  fields: ['id', 'version', 'role', 'ticketVisibility'],
  run: ({ text, choice, has, tenant }) =>
    call('PATCH', '/members/{id}', {
      path: { id: text('id') },
      body: { role: has('role') ? choice('role') : undefined, ticketVisibility: choice('ticketVisibility') },
      tenant,
      version: text('version'),
    }),
});

/** Takes a member out of the workspace; open tickets of theirs lose their assignee. */
export const deactivateMember = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/members/{id}/deactivate', { path: { id: text('id') }, tenant }),
});

export const reactivateMember = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/members/{id}/reactivate', { path: { id: text('id') }, tenant }),
});

/** Leaves the workspace, which ends the session. */
export const leaveTenant = action({
  fields: [],
  run: async ({ tenant }): Promise<never> => {
    await call('POST', '/members/leave', { tenant });
    await dropToken();
    redirect('/sign-in');
  },
});
