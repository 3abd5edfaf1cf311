'use server';

import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';

/** Names the workspace, and says where it is and which language new people start with. */
export const updateWorkspace = action({
  fields: ['version', 'name', 'timeZone', 'locale'],
  run: ({ text, choice, tenant }) =>
    call('PATCH', '/workspace', {
      body: { name: text('name').trim(), timeZone: text('timeZone'), locale: choice('locale') },
      tenant,
      version: text('version'),
    }),
});
