import { randomBytes } from 'node:crypto';
import { preview } from '../tickets/preview.ts';
import { contactRows, type ContactRows } from './demo-contacts.ts';
import { operationRows, type OperationRows } from './demo-operations.ts';
import { talkRows, type TalkRows } from './talk-rows.ts';
import { teamRows, type TeamRows } from './demo-teams.ts';
import type { DemoAuthor, DemoChange, DemoMessage, DemoTenant, DemoTicket } from './demo-types.ts';

type Row = Record<string, unknown>;

/** Rows by table, named as the columns are. Every row of a table has the same columns. */
export interface Rows extends ContactRows, TalkRows, TeamRows, OperationRows {
  memberships: Row[];
  ticket_fields: Row[];
  ticket_views: Row[];
  ticket_counters: Row[];
  tickets: Row[];
  ticket_tags: Row[];
  ticket_messages: Row[];
  ticket_changes: Row[];
}

interface Context {
  tenantId: string;
  /** Ids of users by the keys of members. */
  userIds: ReadonlyMap<string, string>;
  now: Date;
}

/** The first members joined this long before the oldest ticket could be. */
const JOINED_DAYS = 120;

/** The tenant's data as rows, with ids that carry their time of creation. */
export function demoRows(tenant: DemoTenant, { tenantId, userIds, now }: Context): Rows {
  const contactIds = new Map(tenant.contacts.map(({ key, createdAt }) => [key, uuidAt(createdAt)]));
  const ticketIds = new Map(tenant.tickets.map(({ number, createdAt }) => [number, uuidAt(createdAt)]));
  const withId = tenant.tickets.map((ticket) => ({ ticket, id: ticketIds.get(ticket.number) ?? '' }));
  const joined = new Date(now.getTime() - JOINED_DAYS * 86_400_000);
  const { ids: teamIds, ...teams } = teamRows(tenant.members, { tenantId, userIds, at: joined, idAt: uuidAt });
  const teamOf = new Map(tenant.members.map(({ key, team }) => [key, teamIds.get(team ?? '')]));
  const people = { tenantId, userIds, contactIds, teamOf };
  return {
    memberships: tenant.members.map(({ key, role, ticketVisibility }, index) => ({
      tenant_id: tenantId,
      user_id: userIds.get(key),
      role,
      ticket_visibility: ticketVisibility,
      status: 'active',
      joined_at: new Date(joined.getTime() + index * 3_600_000),
      version: 1,
    })),
    ticket_fields: tenant.fields.map((field, index) => ({ tenant_id: tenantId, id: uuidAt(joined), ...field, position: index + 1, required_to_solve: false, version: 1, created_at: joined, updated_at: joined })),
    ticket_views: tenant.views.map((view, place) => ({ tenant_id: tenantId, owner_id: null, ...view, place, version: 1, created_at: joined, updated_at: joined })),
    ...teams,
    ...contactRows(tenant.contacts.map((contact) => ({ contact, id: contactIds.get(contact.key) ?? '' })), tenantId, uuidAt),
    ticket_counters: [{ tenant_id: tenantId, last_number: Math.max(...tenant.tickets.map(({ number }) => number)) }],
    tickets: withId.map(({ ticket, id }) => ticketRow(ticket, id, people)),
    ticket_tags: withId.flatMap(({ ticket, id }) => {
      return ticket.tags.map((tag) => ({ tenant_id: tenantId, ticket_id: id, tag }));
    }),
    ticket_messages: withId.flatMap(({ ticket, id }) => {
      return messagesOf(ticket).map((message) => messageRow(message, id, people));
    }),
    ticket_changes: withId.flatMap(({ ticket, id }) => {
      const changes = ticket.entries.filter((entry) => entry.type === 'change');
      return changes.map((change) => changeRow(change, id, people));
    }),
    ...operationRows(tenant, { tenantId, userIds, contactIds, now, idAt: uuidAt }),
    ...talkRows(tenant, { tenantId, userIds, ticketIds, now }),
  };
}

interface People {
  tenantId: string;
  userIds: ReadonlyMap<string, string>;
  contactIds: ReadonlyMap<string, string>;
  /** The id of the team of each member who is in one. */
  teamOf: ReadonlyMap<string, string | undefined>;
}

function ticketRow(ticket: DemoTicket, id: string, { tenantId, userIds, contactIds, teamOf }: People): Row {
  const last = messagesOf(ticket).findLast(({ kind }) => kind === 'reply');
  return {
    tenant_id: tenantId,
    id,
    number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    channel: ticket.channel,
    preview: last ? preview(last.body) : null,
    requester_id: contactIds.get(ticket.requester ?? '') ?? null,
    assignee_id: userIds.get(ticket.assignee ?? '') ?? null,
    team_id: teamOf.get(ticket.assignee ?? '') ?? null,
    created_by: userIds.get(ticket.createdBy ?? '') ?? null,
    version: ticket.entries.length,
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    solved_at: ticket.solvedAt,
    closed_at: ticket.closedAt,
  };
}

function messageRow({ at, author, kind, body }: DemoMessage, ticketId: string, people: People): Row {
  return {
    tenant_id: people.tenantId,
    id: uuidAt(at),
    ticket_id: ticketId,
    kind,
    member_id: author.type === 'user' ? authorId(author, people) : null,
    contact_id: author.type === 'contact' ? authorId(author, people) : null,
    body,
    created_at: at,
  };
}

function changeRow({ at, author, field, from, to }: DemoChange, ticketId: string, people: People): Row {
  const stored = (value: string | null): string | null => {
    if (value === null) return null;
    if (field === 'assignee') return people.userIds.get(value) ?? null;
    return field === 'requester' ? (people.contactIds.get(value) ?? null) : value;
  };
  return {
    tenant_id: people.tenantId,
    id: uuidAt(at),
    ticket_id: ticketId,
    field,
    old_value: stored(from),
    new_value: stored(to),
    actor_type: author.type,
    actor_id: authorId(author, people),
    created_at: at,
  };
}

function authorId(author: DemoAuthor, { userIds, contactIds }: People): string | null {
  if (author.type === 'system') return null;
  return (author.type === 'user' ? userIds : contactIds).get(author.key) ?? null;
}

function messagesOf({ entries }: DemoTicket): DemoMessage[] {
  return entries.filter((entry) => entry.type === 'message');
}

/** A version 7 UUID (RFC 9562 §5.7) of that instant. */
function uuidAt(instant: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(instant.getTime(), 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
