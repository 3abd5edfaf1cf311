'use server';

import { action } from '../../../../lib/action.ts';
import type { Answered, Ticket } from '../../../../lib/api-types.ts';
import { call } from '../../../../lib/api.ts';
import { tagsOf } from '../tags-of.ts';

/** Changes subject, priority or tags: whichever the form has. */
export const updateTicket = action({
  fields: ['id', 'version', 'subject', 'priority', 'tags'],
  run: ({ text, has, tenant }) => {
    const body = {
      ...(has('subject') && { subject: text('subject').trim() }),
      ...(has('priority') && { priority: text('priority') }),
      ...(has('tags') && { tags: tagsOf(text('tags')) }),
    };
    return call<Ticket>('PATCH', `/tickets/${encodeURIComponent(text('id'))}`, { body, tenant, version: text('version') });
  },
});

export const assignTicket = action({
  fields: ['id', 'version', 'assigneeId'],
  run: ({ text, tenant }) => {
    const body = { assigneeId: text('assigneeId') || null };
    return call<Ticket>('POST', `/tickets/${encodeURIComponent(text('id'))}/assign`, { body, tenant, version: text('version') });
  },
});

export const transitionTicket = action({
  fields: ['id', 'version', 'status'],
  run: ({ text, tenant }) => {
    const body = { status: text('status') };
    return call<Ticket>('POST', `/tickets/${encodeURIComponent(text('id'))}/transition`, { body, tenant, version: text('version') });
  },
});

/** Answers the requester. */
export const replyToTicket = action({
  fields: ['id', 'body'],
  run: ({ text, tenant }) =>
    call<Answered>('POST', `/tickets/${encodeURIComponent(text('id'))}/reply`, { body: { body: text('body') }, tenant }),
});

/** Writes to colleagues; a note never leaves the workspace. */
export const noteTicket = action({
  fields: ['id', 'body'],
  run: ({ text, tenant }) =>
    call<Answered>('POST', `/tickets/${encodeURIComponent(text('id'))}/note`, { body: { body: text('body') }, tenant }),
});
