'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';

/** Goes to the ticket; what led there has been read by that. */
export const openNotification = action({
  fields: ['id', 'ticketId'],
  run: async ({ text, tenant }): Promise<never> => {
    await call('POST', '/notifications/{id}/read', { path: { id: text('id') }, tenant });
    redirect(`/tickets/${encodeURIComponent(text('ticketId'))}`);
  },
});

export const readAllNotifications = action({
  fields: [],
  run: ({ tenant }) => call('POST', '/notifications/read', { body: {}, tenant }),
});

/** Takes it out of the inbox. */
export const finishNotification = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/notifications/{id}/done', { path: { id: text('id') }, tenant }),
});

const KINDS = ['assigned', 'mentioned', 'replied', 'noted', 'assignedByMail', 'mentionedByMail'] as const;

/** A box that is not ticked is not sent. */
export const updatePreferences = action({
  fields: KINDS,
  run: ({ has, tenant }) =>
    call('PATCH', '/notifications/preferences', {
      body: {
        assigned: has('assigned'),
        mentioned: has('mentioned'),
        replied: has('replied'),
        noted: has('noted'),
        assignedByMail: has('assignedByMail'),
        mentionedByMail: has('mentionedByMail'),
      },
      tenant,
    }),
});
