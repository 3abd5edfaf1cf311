import type { Locale } from '@kontor/contracts/locales';
import type { MailedNotification } from '@kontor/contracts/mail';
import type { NotificationKind } from '@kontor/contracts/notifications';
import type { TicketStatus } from '@kontor/contracts/tickets';
import type { Actor } from '../platform/access/actor.ts';
import { sql, type Statement } from '../platform/database/statement.ts';
import { keysetList, where, type Condition } from '../platform/http/keyset.ts';
import { preview } from '../tickets/preview.ts';
import { visibleWhere } from '../tickets/tickets.policy.ts';
import type { NotificationBody } from './notification.shape.ts';

interface NotificationRow {
  id: string;
  kind: NotificationKind;
  ticketId: string;
  number: number;
  subject: string;
  status: TicketStatus;
  actorId: string | null;
  actorName: string | null;
  body: string | null;
  count: number;
  at: string;
  readAt: string | null;
}

/** What was said on a ticket and moved to another since is that one's to tell: the reader may not see it. */
const FROM = 'notifications n JOIN tickets t ON t.id = n.ticket_id';

export const NOTIFICATIONS = keysetList<NotificationRow>({
  columns: `n.id, n.kind, n.ticket_id AS "ticketId", t.number, t.subject, t.status, n.actor_id AS "actorId",
    (SELECT u.name FROM users u WHERE u.id = n.actor_id) AS "actorName",
    (SELECT left(m.body, 400) FROM ticket_messages m WHERE m.id = n.message_id AND m.ticket_id = n.ticket_id) AS body,
    n.count, n.at, n.read_at AS "readAt"`,
  from: FROM,
  id: 'n.id',
  sorts: { at: { column: 'n.at', type: 'timestamptz', value: (row) => row.at } },
});

/** The actor's own, not done with, on tickets that the actor may see now. */
export function inbox(actor: Actor, isUnread: boolean): Condition[] {
  const own: Condition = { text: `n.user_id = ? AND n.done_at IS NULL${isUnread ? ' AND n.read_at IS NULL' : ''}`, values: [actor.userId] };
  const visible = visibleWhere(actor);
  return visible ? [own, visible] : [own];
}

/** Nobody counts further than this. */
const MOST_COUNTED = 100;

export function unreadOf(actor: Actor): { statement: Statement<{ count: number }>; values: readonly unknown[] } {
  const { text, values } = where(inbox(actor, true));
  return { statement: sql(`SELECT count(*) AS count FROM (SELECT 1 FROM ${FROM}${text} LIMIT ${MOST_COUNTED}) AS unread`), values };
}

/**
 * Tells members $1 of kinds $2 about a ticket; what is still unread is counted up instead. In the order of people, so that
 * two transactions never wait for each other.
 */
export const TELL = sql<{ id: string; userId: string; kind: NotificationKind; count: number }>(`
  INSERT INTO notifications AS n (user_id, kind, ticket_id, message_id, actor_id, at)
  SELECT told.user_id, told.kind, $3, $4::uuid, $5::uuid, $6::timestamptz FROM unnest($1::uuid[], $2::text[]) AS told (user_id, kind)
  WHERE NOT EXISTS (SELECT 1 FROM notification_preferences p WHERE p.user_id = told.user_id AND p.kind = told.kind AND NOT p.in_app)
  ORDER BY told.user_id
  ON CONFLICT (tenant_id, user_id, ticket_id, kind) WHERE read_at IS NULL AND done_at IS NULL
  DO UPDATE SET count = n.count + 1, message_id = excluded.message_id, actor_id = excluded.actor_id, at = excluded.at
  RETURNING n.id, n.user_id AS "userId", n.kind, n.count`);

/** Reads what is unread: all of it, or that about the ticket $3. */
export const READ_ALL = sql<{ id: string }>(`
  UPDATE notifications SET read_at = $2
  WHERE user_id = $1 AND read_at IS NULL AND done_at IS NULL AND ($3::uuid IS NULL OR ticket_id = $3) RETURNING id`);

export const READ = sql<{ id: string }>(`
  UPDATE notifications SET read_at = coalesce(read_at, $3) WHERE id = $1 AND user_id = $2 RETURNING id`);

export const DONE = sql<{ id: string }>(`
  UPDATE notifications SET read_at = coalesce(read_at, $3), done_at = coalesce(done_at, $3) WHERE id = $1 AND user_id = $2 RETURNING id`);

/** Who of the members $1, told of kinds $2, gets that by mail, and what their mail says of workspace and actor $3. */
export const BY_MAIL = sql<{ userId: string; kind: MailedNotification; email: string; locale: Locale; workspace: string; actor: string }>(`
  SELECT told.user_id AS "userId", told.kind, u.email, u.locale, w.name AS workspace, (SELECT a.name FROM users a WHERE a.id = $3) AS actor
  FROM unnest($1::uuid[], $2::text[]) AS told (user_id, kind) JOIN users u ON u.id = told.user_id CROSS JOIN tenants w
  WHERE u.email IS NOT NULL AND coalesce((SELECT p.by_mail FROM notification_preferences p WHERE p.user_id = told.user_id AND p.kind = told.kind), true)`);

export const PREFERENCES = sql<{ kind: NotificationKind; inApp: boolean; byMail: boolean | null }>(`
  SELECT p.kind, p.in_app AS "inApp", p.by_mail AS "byMail" FROM notification_preferences p WHERE p.user_id = $1`);

/** Columns of what is told where. */
const PLACES = { inApp: 'in_app', byMail: 'by_mail' } as const;

/** Sets for kinds $2 of the member $1 what holds for one place. */
export function setPreferences(place: keyof typeof PLACES): Statement<unknown> {
  const column = PLACES[place];
  return sql(`
  INSERT INTO notification_preferences (user_id, kind, ${column}) SELECT $1, kind, value FROM unnest($2::text[], $3::boolean[]) AS set (kind, value)
  ON CONFLICT (tenant_id, user_id, kind) DO UPDATE SET ${column} = excluded.${column}`);
}

export function notificationBody(row: NotificationRow): NotificationBody {
  const { ticketId, number, subject, status, actorId, actorName, body, ...rest } = row;
  return {
    ...rest,
    ticket: { id: ticketId, number, subject, status },
    actor: actorId === null ? null : { id: actorId, name: actorName ?? '' },
    excerpt: body === null ? null : preview(body),
  };
}
