'use server';

import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';

/** Ends the work after the step that is under way. */
export const cancelOperation = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/operations/{id}/cancel', { path: { id: text('id') }, tenant }),
});
