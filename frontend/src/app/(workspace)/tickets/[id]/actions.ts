'use server';

import { action } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';
import { attachmentIds, FILE_FIELDS } from '../../../../lib/form-files.ts';
import { fieldValues } from '../../../../lib/field-values.ts';
import { tagsOf } from '../tags-of.ts';

/** Changes subject, priority, tags or a field of the workspace's own: whichever the form has. */
export const updateTicket = action({
  fields: ['id', 'version', 'subject', 'priority', 'tags', 'fields.*'],
  run: async ({ text, choice, has, under, tenant }) =>
    call('PATCH', '/tickets/{id}', {
      path: { id: text('id') },
      body: {
        subject: has('subject') ? text('subject').trim() : undefined,
        priority: has('priority') ? choice('priority') : undefined,
        tags: has('tags') ? tagsOf(text('tags')) : undefined,
        fields: await fieldValues(under('fields.*')),
      },
      tenant,
      version: text('version'),
    }),
});

/** Gives it to a member, a team or both: whichever the form has. */
export const assignTicket = action({
  fields: ['id', 'version', 'assigneeId', 'teamId'],
  run: ({ text, has, tenant }) =>
    call('POST', '/tickets/{id}/assign', {
      path: { id: text('id') },
      body: { assigneeId: has('assigneeId') ? text('assigneeId') || null : undefined, teamId: has('teamId') ? text('teamId') || null : undefined },
      tenant,
      version: text('version'),
    }),
});

export const transitionTicket = action({
  fields: ['id', 'version', 'status'],
  run: ({ text, choice, tenant }) =>
    call('POST', '/tickets/{id}/transition', {
      path: { id: text('id') },
      body: { status: choice('status') },
      tenant,
      version: text('version'),
    }),
});

/** Answers the requester. */
export const replyToTicket = action({
  fields: ['id', 'body', ...FILE_FIELDS],
  run: async ({ text, texts, tenant }) =>
    call('POST', '/tickets/{id}/reply', { path: { id: text('id') }, body: { body: text('body'), attachmentIds: await attachmentIds(texts) }, tenant }),
});

/** Writes to colleagues; a note never leaves the workspace. */
export const noteTicket = action({
  fields: ['id', 'body', ...FILE_FIELDS],
  run: async ({ text, texts, tenant }) =>
    call('POST', '/tickets/{id}/note', { path: { id: text('id') }, body: { body: text('body'), attachmentIds: await attachmentIds(texts) }, tenant }),
});
