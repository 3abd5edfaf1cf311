'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';
import { attachmentIds, FILE_FIELDS } from '../../../../lib/form-files.ts';
import { fieldValues } from '../../../../lib/field-values.ts';
import { tagsOf } from '../tags-of.ts';
import { requesterOf } from './requester-of.ts';

/** Opens a ticket and goes to it. */
export const createTicket = action({
  fields: ['subject', 'body', 'priority', 'requester', 'requester.id', 'tags', 'teamId', 'fields.*', ...FILE_FIELDS],
  run: async ({ text, texts, choice, has, under, tenant }): Promise<never> => {
    const ticket = await call('POST', '/tickets', {
      body: {
        subject: text('subject').trim(),
        priority: has('priority') ? choice('priority') : undefined,
        teamId: text('teamId') || undefined,
        tags: tagsOf(text('tags')),
        fields: filled(await fieldValues(under('fields.*'))),
        body: text('body').trim() ? text('body') : undefined,
        attachmentIds: await attachmentIds(texts),
        requester: await requesterOf('requester', text('requester').trim(), text('requester.id')),
      },
      tenant,
    });
    redirect(`/tickets/${ticket.id}`);
  },
});

/** What is there; a new ticket has nothing to be taken away. */
function filled(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
