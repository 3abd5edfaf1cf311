'use server';

import type { LinkKind } from '@kontor/contracts/tickets';
import { redirect } from 'next/navigation';
import { action } from '../../../../../lib/action.ts';
import { call, traceId } from '../../../../../lib/api.ts';
import { ApiProblem, localProblem } from '../../../../../lib/problem.ts';

/** Merges a ticket into another and goes there. */
export const mergeTicket = action({
  fields: ['id', 'into', 'version'],
  explain: { ILLEGAL_TRANSITION: 'merge' },
  run: async ({ text, tenant }): Promise<never> => {
    await call('POST', '/tickets/{id}/merge', { path: { id: text('id') }, body: { into: text('into') }, tenant, version: text('version') });
    redirect(`/tickets/${text('into')}?merged=${text('id')}`);
  },
});

/** Takes a merge back and goes to the ticket that is there again. */
export const unmergeTicket = action({
  fields: ['id'],
  explain: { ILLEGAL_TRANSITION: 'unmerge' },
  run: async ({ text, tenant }): Promise<never> => {
    await call('POST', '/tickets/{id}/unmerge', { path: { id: text('id') }, tenant });
    redirect(`/tickets/${text('id')}`);
  },
});

/** Makes a ticket of some messages and goes there. */
export const splitTicket = action({
  fields: ['id', 'subject', 'messageIds', 'version'],
  run: async ({ text, texts, tenant }): Promise<never> => {
    const body = { subject: text('subject').trim(), messageIds: texts('messageIds').filter(Boolean) };
    const part = await call('POST', '/tickets/{id}/split', { path: { id: text('id') }, body, tenant, version: text('version') });
    redirect(`/tickets/${part.id}?split=${text('id')}`);
  },
});

/** Links a ticket with the one that has the number. */
export const linkTicket = action({
  fields: ['id', 'kind', 'number'],
  explain: { CONFLICT: 'link' },
  run: async ({ text, choice, tenant }) => {
    const ticketId = await idOf(text('number').trim());
    return call('POST', '/tickets/{id}/link', { path: { id: text('id') }, body: { ticketId, kind: choice<LinkKind>('kind') }, tenant });
  },
});

export const unlinkTicket = action({
  fields: ['id', 'ticketId'],
  run: ({ text, tenant }) => call('POST', '/tickets/{id}/unlink', { path: { id: text('id') }, body: { ticketId: text('ticketId') }, tenant }),
});

/** @throws ApiProblem at the field where no ticket has the number. */
async function idOf(number: string): Promise<string> {
  const found = /^\d{1,15}$/.test(number) && Number(number) > 0 ? await call('GET', '/tickets', { query: { number: Number(number), limit: 1 } }) : { items: [] };
  if (found.items[0]) return found.items[0].id;
  const errors = [{ pointer: '/number', code: number === '' ? ('REQUIRED' as const) : ('NOT_FOUND' as const), message: '' }];
  throw new ApiProblem({ ...localProblem('VALIDATION_FAILED', await traceId()), errors });
}
