'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../lib/action.ts';
import type { Member } from '../../../lib/api-types.ts';
import { call } from '../../../lib/api.ts';
import { dropToken } from '../../../lib/session-cookie.ts';

const member = (id: string) => `/members/${encodeURIComponent(id)}`;

/** Changes role and which tickets the member sees. */
export const updateMember = action({
  fields: ['id', 'version', 'role', 'ticketVisibility'],
  run: ({ text, has, tenant }) => {
    const body = { ...(has('role') && { role: text('role') }), ticketVisibility: text('ticketVisibility') };
    return call<Member>('PATCH', member(text('id')), { body, tenant, version: text('version') });
  },
});

/** Takes a member out of the workspace; open tickets of theirs lose their assignee. */
export const deactivateMember = action({
  fields: ['id'],
  run: ({ text, tenant }) => call<Member>('POST', `${member(text('id'))}/deactivate`, { body: {}, tenant }),
});

export const reactivateMember = action({
  fields: ['id'],
  run: ({ text, tenant }) => call<Member>('POST', `${member(text('id'))}/reactivate`, { body: {}, tenant }),
});

/** Leaves the workspace, which ends the session. */
export const leaveTenant = action({
  fields: [],
  run: async ({ tenant }): Promise<never> => {
    await call('POST', '/members/leave', { body: {}, tenant });
    await dropToken();
    redirect('/sign-in');
  },
});
