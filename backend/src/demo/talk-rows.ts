import type { DemoTenant, DemoTicket } from './demo-types.ts';

type Row = Record<string, unknown>;

/** Rows by table, named as the columns are. */
export interface TalkRows {
  ticket_followers: Row[];
  canned_answers: Row[];
  notifications: Row[];
}

interface Context {
  tenantId: string;
  /** Ids of users by the keys of members. */
  userIds: ReadonlyMap<string, string>;
  /** Ids of tickets by their numbers. */
  ticketIds: ReadonlyMap<number, string>;
  now: Date;
}

/** What is older than this has been read. */
const UNREAD_MS = 2 * 86_400_000;

/** What members say to each other beside the conversation: who follows, what is kept ready, who was told. */
export function talkRows(tenant: DemoTenant, context: Context): TalkRows {
  const { tenantId, userIds } = context;
  return {
    ticket_followers: tenant.tickets.flatMap((ticket) => followerRows(ticket, context)),
    canned_answers: tenant.answers.map(({ name, shortcut, owner, body }) => ({
      tenant_id: tenantId,
      owner_id: owner === null ? null : userIds.get(owner),
      name,
      shortcut,
      body,
    })),
    notifications: tenant.tickets.flatMap((ticket) => assignedRows(ticket, context)),
  };
}

/** Whoever has written on a ticket follows it. */
function followerRows(ticket: DemoTicket, { tenantId, userIds, ticketIds }: Context): Row[] {
  const first = new Map<string, Date>();
  for (const { type, at, author } of ticket.entries) {
    if (type === 'message' && author.type === 'user' && !first.has(author.key)) first.set(author.key, at);
  }
  return [...first].map(([key, at]) => ({ tenant_id: tenantId, ticket_id: ticketIds.get(ticket.number), user_id: userIds.get(key), created_at: at }));
}

/** Whoever was given a ticket by somebody else was told, once a ticket: the last time. */
function assignedRows(ticket: DemoTicket, { tenantId, userIds, ticketIds, now }: Context): Row[] {
  const given = ticket.entries.findLast(
    (entry) => entry.type === 'change' && entry.field === 'assignee' && entry.to !== null && entry.author.type === 'user' && entry.author.key !== entry.to,
  );
  if (given?.type !== 'change') return [];
  const isRead = given.at.getTime() < now.getTime() - UNREAD_MS;
  return [
    {
      tenant_id: tenantId,
      user_id: userIds.get(given.to ?? ''),
      kind: 'assigned',
      ticket_id: ticketIds.get(ticket.number),
      actor_id: userIds.get(given.author.key ?? ''),
      at: given.at,
      read_at: isRead ? new Date(given.at.getTime() + 1_800_000) : null,
    },
  ];
}
