'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';
import { attachmentIds, FILE_FIELDS } from '../../../../lib/form-files.ts';
import { tagsOf } from '../tags-of.ts';

/** Opens a ticket and goes to it. */
export const createTicket = action({
  fields: ['subject', 'body', 'priority', 'requester.email', 'requester.name', 'tags', ...FILE_FIELDS],
  run: async ({ text, texts, choice, has, tenant }): Promise<never> => {
    const email = text('requester.email').trim();
    const name = text('requester.name').trim();
    const ticket = await call('POST', '/tickets', {
      body: {
        subject: text('subject').trim(),
        priority: has('priority') ? choice('priority') : undefined,
        tags: tagsOf(text('tags')),
        body: text('body').trim() ? text('body') : undefined,
        attachmentIds: await attachmentIds(texts),
        requester: email || name ? { email, name: name || undefined } : undefined,
      },
      tenant,
    });
    redirect(`/tickets/${ticket.id}`);
  },
});
