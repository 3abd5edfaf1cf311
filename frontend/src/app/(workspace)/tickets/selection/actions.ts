'use server';

import type { TicketPriority, TicketStatus } from '@kontor/contracts/tickets';
import type { Schemas } from '@kontor/client/rest';
import { redirect } from 'next/navigation';
import type { Operation } from '../../../../lib/api-types.ts';
import { action, type Form } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';
import { tagsOf } from '../tags-of.ts';

const CHANGES = ['assigneeId', 'teamId', 'status', 'priority', 'addTags', 'removeTags'] as const;
/** Said also by an empty value: nobody, no team. */
const EMPTIED: readonly Change[] = ['assigneeId', 'teamId'];
type Change = (typeof CHANGES)[number];

/** What the pressed button or the typed tags ask for. */
function changesOf({ text, choice, has }: Form<Change>): Schemas['BulkChangesDto'] {
  return {
    ...(has('assigneeId') && { assigneeId: text('assigneeId') || null }),
    ...(has('teamId') && { teamId: text('teamId') || null }),
    ...(text('status') && { status: choice<TicketStatus>('status') }),
    ...(text('priority') && { priority: choice<TicketPriority>('priority') }),
    ...(text('addTags') && { addTags: tagsOf(text('addTags')) }),
    ...(text('removeTags') && { removeTags: tagsOf(text('removeTags')) }),
  };
}

/** The question before all tickets of a list are changed, with what is to be changed in its address. */
function questionOf({ text, has }: Form<Change | 'matching'>): string {
  const asked = new URLSearchParams({ matching: text('matching') });
  for (const name of CHANGES) if (EMPTIED.includes(name) ? has(name) : text(name)) asked.set(name, text(name));
  return `/tickets/bulk?${asked}`;
}

/** Changes the selected tickets at once; all that a list finds only after a question. */
export const changeTickets = action({
  fields: ['ids', 'scope', 'matching', ...CHANGES],
  run: (form): Promise<Operation> => {
    if (form.text('scope') === 'matching') redirect(questionOf(form));
    return call('POST', '/tickets/bulk', { body: { ids: form.texts('ids'), changes: changesOf(form) }, tenant: form.tenant });
  },
});

/** Changes all tickets that a list finds, and goes to where the progress is. */
export const changeMatching = action({
  fields: ['matching', ...CHANGES],
  run: async (form): Promise<never> => {
    const operation = await call('POST', '/tickets/bulk', { body: { matching: form.text('matching'), changes: changesOf(form) }, tenant: form.tenant });
    redirect(`/operations/${operation.id}`);
  },
});

/** Writes a file of all tickets that a list finds, and goes to where it can be had. */
export const exportTickets = action({
  fields: ['matching'],
  run: async ({ text, tenant }): Promise<never> => {
    const operation = await call('POST', '/tickets/export', { body: { matching: text('matching') }, tenant });
    redirect(`/operations/${operation.id}`);
  },
});
