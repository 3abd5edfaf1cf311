'use server';

import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';

/** What is no number goes as 0, which the API refuses. */
function daysOf(typed: string): number | null {
  if (typed === '') return null;
  return /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
}

/** Names the workspace, says where it is, which language new people start with, whether everyone needs a second factor and replies go out by mail, and when solved tickets are closed. */
export const updateWorkspace = action({
  fields: ['version', 'name', 'timeZone', 'locale', 'requiresSecondFactor', 'mailsReplies', 'autoCloseDays'],
  run: ({ text, choice, has, tenant }) =>
    call('PATCH', '/workspace', {
      body: {
        name: text('name').trim(),
        timeZone: text('timeZone'),
        locale: choice('locale'),
        requiresSecondFactor: has('requiresSecondFactor'),
        mailsReplies: has('mailsReplies'),
        autoCloseDays: daysOf(text('autoCloseDays').trim()),
      },
      tenant,
      version: text('version'),
    }),
});
