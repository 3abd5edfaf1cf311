'use server';

import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';

/** Names the workspace, says where it is, which language new people start with, whether everyone needs a second factor and replies go out by mail. */
export const updateWorkspace = action({
  fields: ['version', 'name', 'timeZone', 'locale', 'requiresSecondFactor', 'mailsReplies'],
  run: ({ text, choice, has, tenant }) =>
    call('PATCH', '/workspace', {
      body: { name: text('name').trim(), timeZone: text('timeZone'), locale: choice('locale'), requiresSecondFactor: has('requiresSecondFactor'), mailsReplies: has('mailsReplies') },
      tenant,
      version: text('version'),
    }),
});
