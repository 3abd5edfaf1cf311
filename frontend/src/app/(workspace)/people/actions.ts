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

/** Invites an address; the link in the answer is shown this once. */
export const inviteMember = action({
  fields: ['email', 'role', 'ticketVisibility', 'teamIds'],
  run: ({ text, texts, choice, tenant }) =>
    call('POST', '/invitations', {
      body: { email: text('email').trim(), role: choice('role'), ticketVisibility: choice('ticketVisibility'), teamIds: texts('teamIds') },
      tenant,
    }),
});

/** A new link; the old one holds no more. */
export const resendInvitation = action({
  fields: ['id'],
  explain: { GONE: 'invitation' },
  run: ({ text, tenant }) => call('POST', '/invitations/{id}/resend', { path: { id: text('id') }, tenant }),
});

export const revokeInvitation = action({
  fields: ['id'],
  explain: { GONE: 'invitation' },
  run: ({ text, tenant }) => call('POST', '/invitations/{id}/revoke', { path: { id: text('id') }, tenant }),
});

/** Makes a team and goes to the list of them. */
export const createTeam = action({
  fields: ['name', 'memberIds'],
  run: async ({ text, texts, tenant }): Promise<never> => {
    await call('POST', '/teams', { body: { name: text('name').trim(), memberIds: texts('memberIds') }, tenant });
    redirect('/people/teams');
  },
});

export const updateTeam = action({
  fields: ['id', 'version', 'name', 'memberIds'],
  run: ({ text, texts, tenant }) =>
    call('PATCH', '/teams/{id}', {
      path: { id: text('id') },
      body: { name: text('name').trim(), memberIds: texts('memberIds') },
      tenant,
      version: text('version'),
    }),
});

/** Ends a team; its unsolved tickets belong to no team. */
export const closeTeam = action({
  fields: ['id'],
  run: async ({ text, tenant }): Promise<never> => {
    await call('POST', '/teams/{id}/close', { path: { id: text('id') }, tenant });
    redirect('/people/teams');
  },
});

/** Says whether one takes work just now, and for busy and away until when. */
export const setAvailability = action({
  fields: ['availability', 'hours'],
  run: ({ text, choice, tenant }) => {
    const hours = Number(text('hours'));
    const availableFrom = hours > 0 && text('availability') !== 'available' ? new Date(Date.now() + hours * 3_600_000).toISOString() : undefined;
    return call('POST', '/members/availability', { body: { availability: choice('availability'), availableFrom }, tenant });
  },
});
