import { sql } from '../../platform/database/statement.ts';
import type { AttachmentBody } from './attachment.shape.ts';

/** Uploads of a person that wait to be sent with a message. */
export const WAITING = sql<{ count: number }>('SELECT count(*) AS count FROM attachments WHERE uploaded_by = $1 AND message_id IS NULL');

/** Uploads of one person are recorded one after the other: what may still wait is counted before more of it does. */
export const STAND_IN_LINE = sql(`SELECT pg_advisory_xact_lock(hashtextextended('kontor uploads ' || current_setting('kontor.tenant') || $1::uuid::text, 0))`);

export const ADD_ATTACHMENTS = sql(`
  INSERT INTO attachments (id, uploaded_by, name, type, size, sha256)
  SELECT id, $1, name, type, size, sha256
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::text[]) AS received (id, name, type, size, sha256)`);

/** Gives waiting uploads of a person to a message, in order. A file that is no longer waiting is not among the rows. */
export const CLAIM = sql<AttachmentBody & { position: number }>(`
  UPDATE attachments a SET message_id = $1, position = asked.place - 1
  FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (id, place)
  WHERE a.id = asked.id AND a.uploaded_by = $3 AND a.message_id IS NULL
  RETURNING a.id, a.name, a.type, a.size, a.position`);

/** A file that was sent, and the ticket by whose row rules it is read. */
export const STORED_FILE = sql<AttachmentBody & { sha256: string; ticketId: string }>(`
  SELECT a.id, a.name, a.type, a.size, a.sha256, m.ticket_id AS "ticketId"
  FROM attachments a JOIN ticket_messages m ON m.id = a.message_id WHERE a.id = $1`);

export const REMOVE_WAITING = sql<{ id: string }>(`
  DELETE FROM attachments WHERE id = $1 AND uploaded_by = $2 AND message_id IS NULL RETURNING id`);

export const REMOVE_FORGOTTEN = sql('DELETE FROM attachments WHERE message_id IS NULL AND created_at < $1');

export const STILL_THERE = sql<{ id: string }>('SELECT id FROM attachments WHERE id = ANY($1::uuid[])');

/** The files of a message as JSON, by index. */
export const attachmentsOf = (messageId: string) => `(
  SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size) ORDER BY f.position), '[]')
  FROM attachments f WHERE f.message_id = ${messageId})`;
