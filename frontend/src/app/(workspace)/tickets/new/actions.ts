'use server';

import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import type { Ticket } from '../../../../lib/api-types.ts';
import { call } from '../../../../lib/api.ts';
import { tagsOf } from '../tags-of.ts';

/** Opens a ticket and goes to it. */
export const createTicket = action({
  fields: ['subject', 'body', 'priority', 'requester.email', 'requester.name', 'tags'],
  run: async ({ text, tenant }): Promise<never> => {
    const email = text('requester.email').trim();
    const name = text('requester.name').trim();
    const body = {
      subject: text('subject').trim(),
      priority: text('priority') || 'normal',
      tags: tagsOf(text('tags')),
      ...(text('body').trim() && { body: text('body') }),
      ...((email || name) && { requester: { email, ...(name && { name }) } }),
    };
    const ticket = await call<Ticket>('POST', '/tickets', { body, tenant });
    redirect(`/tickets/${ticket.id}`);
  },
});
