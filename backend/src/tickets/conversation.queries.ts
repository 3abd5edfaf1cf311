import type { ToldMessage } from '@kontor/contracts/errors';
import { sql } from '../platform/database/statement.ts';

export const ADD_MENTIONS = sql('INSERT INTO message_mentions (message_id, user_id) SELECT $1, unnest($2::uuid[])');

/** The newest message of a ticket. */
export const LAST_MESSAGE = sql<{ id: string }>(`
  SELECT m.id FROM ticket_messages m WHERE m.ticket_id = $1 ORDER BY m.created_at DESC, m.id DESC LIMIT 1`);

/** A message by its id, on whichever ticket it stands by now. */
export const MESSAGE_EXISTS = sql('SELECT 1 FROM ticket_messages m WHERE m.id = $1');

interface ToldRow extends Pick<ToldMessage, 'id' | 'kind' | 'body' | 'createdAt'> {
  authorType: 'user' | 'contact';
  authorId: string;
  authorName: string | null;
}

/** What others than the member $3 wrote on the ticket behind the message $2, or at all where that is null; newest first. */
export const WRITTEN_SINCE = sql<ToldRow>(`
  SELECT m.id, m.kind, m.body, m.created_at AS "createdAt",
    CASE WHEN m.member_id IS NULL THEN 'contact' ELSE 'user' END AS "authorType", coalesce(m.member_id, m.contact_id) AS "authorId",
    coalesce((SELECT u.name FROM users u WHERE u.id = m.member_id), (SELECT c.name FROM contacts c WHERE c.id = m.contact_id)) AS "authorName"
  FROM ticket_messages m
  WHERE m.ticket_id = $1 AND m.member_id IS DISTINCT FROM $3
    AND ($2::uuid IS NULL OR (m.created_at, m.id) > (SELECT s.created_at, s.id FROM ticket_messages s WHERE s.id = $2))
  ORDER BY m.created_at DESC, m.id DESC LIMIT 10`);

export function toldMessage({ authorType, authorId, authorName, ...message }: ToldRow): ToldMessage {
  return { ...message, author: { type: authorType, id: authorId, name: authorName } };
}
