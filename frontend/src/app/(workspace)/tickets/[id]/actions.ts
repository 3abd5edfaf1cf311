'use server';

import { action, type Form } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';
import { attachmentIds, FILE_FIELDS } from '../../../../lib/form-files.ts';
import { fieldValues } from '../../../../lib/field-values.ts';
import { startOfDay } from '../day.ts';
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

/** The day as an instant of the person who typed it; what is no day goes as it was typed, and the API refuses it. */
async function firstMoment(day: string): Promise<string | null> {
  if (day === '') return null;
  if (Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return day;
  const { user } = await call('GET', '/auth/session');
  return startOfDay(day, user.timeZone);
}

/** Lets a pending ticket open by itself on a day, or with none only by somebody. */
export const waitUntil = action({
  fields: ['id', 'version', 'until'],
  run: async ({ text, tenant }) =>
    call('POST', '/tickets/{id}/transition', {
      path: { id: text('id') },
      body: { status: 'pending', until: await firstMoment(text('until')) },
      tenant,
      version: text('version'),
    }),
});

/** Everything that the composer's forms hold, whichever of their buttons is pressed. */
const COMPOSER = ['id', 'body', 'seen', 'sendAnyway', 'mentions', 'cannedAnswerId', 'insert', ...FILE_FIELDS] as const;

type Composed = Form<(typeof COMPOSER)[number]>;

/** The last message seen, null where there was none; what a press of "send anyway" was told of has been seen by that. */
function lastSeen({ text }: Composed): string | null {
  return text('sendAnyway') || text('seen') || null;
}

/** A canned answer, filled in for the ticket. */
async function filledAnswer({ text }: Composed): Promise<string> {
  if (!text('cannedAnswerId')) return '';
  const { text: filled } = await call('GET', '/canned-answers/{id}/filled', { path: { id: text('cannedAnswerId') }, query: { ticketId: text('id') } });
  return filled;
}

/** Without JavaScript: nothing is sent, the form comes back with the answer behind what was typed. */
async function insertion(form: Composed): Promise<{ inserted: string }> {
  return { inserted: [form.text('body').trimEnd(), await filledAnswer(form)].filter(Boolean).join('\n\n') };
}

/** Answers the requester, unless others wrote meanwhile. */
export const replyToTicket = action({
  fields: COMPOSER,
  run: async (form) => {
    if (form.has('insert')) return insertion(form);
    const { text, texts, tenant } = form;
    const body = { body: text('body'), lastSeenMessageId: lastSeen(form), attachmentIds: await attachmentIds(texts) };
    return call('POST', '/tickets/{id}/reply', { path: { id: text('id') }, body, tenant });
  },
});

/** Writes to colleagues; a note never leaves the workspace. */
export const noteTicket = action({
  fields: COMPOSER,
  run: async (form) => {
    if (form.has('insert')) return insertion(form);
    const { text, texts, has, tenant } = form;
    const mentions = has('mentions') ? text('mentions').split(',') : undefined;
    const body = { body: text('body'), lastSeenMessageId: lastSeen(form), mentions, attachmentIds: await attachmentIds(texts) };
    return call('POST', '/tickets/{id}/note', { path: { id: text('id') }, body, tenant });
  },
});

/** The text of a canned answer for the place where the caret stands. */
export const fillCannedAnswer = action({ fields: COMPOSER, isReading: true, run: filledAnswer });

export const followTicket = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/tickets/{id}/follow', { path: { id: text('id') }, tenant }),
});

export const unfollowTicket = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/tickets/{id}/unfollow', { path: { id: text('id') }, tenant }),
});
