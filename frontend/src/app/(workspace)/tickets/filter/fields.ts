import type { FilterKind } from '@kontor/contracts/ticket-filter';
import { TICKET_CHANNELS, TICKET_PRIORITIES, TICKET_STATUSES, type FieldKind } from '@kontor/contracts/tickets';
import { getTranslations } from 'next-intl/server';
import type { Session } from '../../../../lib/api-types.ts';
import { read } from '../../../../lib/session.ts';

/** What each kind of the workspace's own fields is to a filter. */
const OWN_KINDS = { text: 'text', integer: 'number', decimal: 'number', boolean: 'flag', date: 'day', choice: 'option', choices: 'tags' } as const satisfies Record<FieldKind, FilterKind>;

interface Option {
  value: string;
  label: string;
}

/** A field as the form offers it. */
export interface BuilderField {
  name: string;
  label: string;
  kind: FilterKind;
  /** What can be chosen; nothing where a value is written. */
  options: readonly Option[];
}

/** Everything that tickets can be filtered by, with its words. */
export async function readFields(session: Session): Promise<BuilderField[]> {
  const [members, teams, own, t, tickets, ticket] = await Promise.all([
    read('/members', { query: { status: 'active', limit: 100 } }),
    read('/teams', { query: { limit: 100 } }),
    read('/fields'),
    getTranslations('builder'),
    getTranslations('tickets'),
    getTranslations('ticket'),
  ]);
  const people = [
    { value: 'me', label: tickets('filter.me') },
    ...members.items.filter(({ id }) => id !== session.user.id).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const field = (name: string, label: string, kind: FilterKind, options: readonly Option[] = []): BuilderField => ({ name, label, kind, options });
  return [
    field('status', tickets('column.status'), 'choice', TICKET_STATUSES.map((value) => ({ value, label: ticket(`status.${value}`) }))),
    field('priority', tickets('column.priority'), 'choice', TICKET_PRIORITIES.map((value) => ({ value, label: ticket(`priority.${value}`) }))),
    field('assignee', tickets('column.assignee'), 'member', people),
    field('team', t('field.team'), 'team', [{ value: 'mine', label: t('mine') }, ...teams.items.map(({ id, name }) => ({ value: id, label: name }))]),
    field('createdBy', t('field.createdBy'), 'member', people),
    field('requester', tickets('column.requester'), 'reference'),
    field('company', t('field.company'), 'reference'),
    field('tags', t('field.tags'), 'tags'),
    field('subject', tickets('column.subject'), 'text'),
    field('number', t('field.number'), 'number'),
    field('channel', t('field.channel'), 'choice', TICKET_CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))),
    field('createdAt', t('field.createdAt'), 'moment'),
    field('updatedAt', t('field.updatedAt'), 'moment'),
    field('solvedAt', t('field.solvedAt'), 'moment'),
    ...own.items.filter(({ archivedAt }) => archivedAt === null).map(({ key, label, kind, options }) => field(`field:${key}`, label, OWN_KINDS[kind], options.map((value) => ({ value, label: value })))),
  ];
}
