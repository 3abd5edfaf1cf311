import type { Locale } from '@kontor/contracts/locales';
import { MAIL_KINDS_OF_TICKETS, MAIL_STATES_TO_RETRY, type MailKind, type MailState } from '@kontor/contracts/mail';
import type { Role } from '@kontor/contracts/permissions';
import { sql } from '../database/statement.ts';
import { keysetList, type Condition } from '../http/keyset.ts';

/** What a mail is filled in with, as it is kept: that of its kind, and where a link that is no secret leads. */
export type KeptContent = Record<string, unknown> & { path?: string };

interface ListedRow {
  id: string;
  kind: MailKind;
  recipient: string;
  locale: Locale;
  content: KeptContent;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: string;
  nextAt: string | null;
  sentAt: string | null;
}

export interface MailRow extends ListedRow {
  messageId: string;
  follows: string[];
  link: Buffer | null;
  linkUntil: string | null;
  linkRole: Role | null;
}

const COLUMNS = `m.id, m.kind, m.recipient, m.locale, m.state, m.attempts, m.last_error AS "lastError",
  m.created_at AS "createdAt", m.next_at AS "nextAt", m.sent_at AS "sentAt"`;
const WHOLE = `${COLUMNS}, m.content, m.message_id AS "messageId", m.follows, m.link, m.link_until AS "linkUntil", m.link_role AS "linkRole"`;

/** In a list a subject is enough: the text of a reply stays where it is. */
export const MAILS = keysetList<ListedRow>({
  columns: `${COLUMNS}, m.content - 'body' - 'files' AS content`,
  from: 'mails m',
  id: 'm.id',
  sorts: { createdAt: { column: 'm.created_at', type: 'timestamptz', value: (row) => row.createdAt } },
});

export const MAIL = sql<MailRow>(`SELECT ${WHOLE} FROM mails m WHERE m.id = $1`);

/** For members who do not see every ticket: what says nothing of any. */
export const OF_NO_TICKET: Condition = { text: `m.kind <> ALL (?::text[])`, values: [MAIL_KINDS_OF_TICKETS] };

export const ADD_MAILS = sql<{ id: string }>(`
  INSERT INTO mails (id, kind, recipient, user_id, about_id, locale, content, link, link_until, link_role, message_id, follows, state, created_at)
  SELECT a.id, a.kind, a.recipient, a.user_id, a.about_id, a.locale, a.content, decode(a.link, 'base64'), a.link_until, a.link_role, a.message_id,
    ARRAY(SELECT jsonb_array_elements_text(a.follows)), $2, $3
  FROM jsonb_to_recordset($1::jsonb) AS a (id uuid, kind text, recipient text, user_id uuid, about_id uuid, locale text, content jsonb, link text,
    link_until timestamptz, link_role text, message_id text, follows jsonb)`);

/** Links that open nothing any more need not lie about. */
export const DROP_EXPIRED_LINKS = sql(`UPDATE mails SET link = NULL WHERE link IS NOT NULL AND link_until <= $1`);

/** What leads to $1 holds no more: its links are dropped, and what has not left stays. */
export const WITHDRAW = sql(`
  UPDATE mails SET link = NULL, next_at = NULL, state = CASE WHEN state IN ('queued', 'kept', 'failed') THEN 'withdrawn' ELSE state END
  WHERE about_id = $1 AND link IS NOT NULL`);

/** Message ids of what was mailed about $1 before, the newest first. */
export const MAILED_ABOUT = sql<{ messageId: string }>(`
  SELECT m.message_id AS "messageId" FROM mails m WHERE m.about_id = $1 AND m.kind = $2 AND m.recipient = $3 ORDER BY m.created_at DESC LIMIT 10`);

export const UNFLOODED = sql<{ userId: string }>(`
  SELECT asked.user_id AS "userId" FROM unnest($1::uuid[]) AS asked (user_id)
  WHERE (SELECT count(*) FROM (SELECT 1 FROM mails m WHERE m.user_id = asked.user_id AND m.created_at > $2 LIMIT $3) AS recent) < $3`);

/**
 * Takes a mail for one attempt. One that was taken and not finished is free again after $3: its process is gone. Whether
 * that one had handed it over nobody knows.
 */
export const CLAIM = sql<MailRow>(`
  UPDATE mails m SET state = 'sending', attempts = attempts + 1, claimed_at = $2, next_at = NULL
  WHERE m.id = $1 AND (m.state = 'queued' OR (m.state = 'sending' AND m.claimed_at < $3))
  RETURNING ${WHOLE}`);

/** A mail that some process has taken. */
export const TAKEN = sql<{ claimedAt: string }>(`SELECT claimed_at AS "claimedAt" FROM mails WHERE id = $1 AND state = 'sending'`);

/** Only who holds it since $2 says what became of it. The link has done its work once the mail is out. */
export const NOTE = sql(`
  UPDATE mails SET state = $3, last_error = $4, next_at = $5::timestamptz, sent_at = CASE WHEN $3 = 'sent' THEN $6::timestamptz END,
    claimed_at = NULL, link = CASE WHEN $3 IN ('sent', 'withdrawn') THEN NULL ELSE link END
  WHERE id = $1 AND state = 'sending' AND claimed_at = $2`);

export const REQUEUE = sql<{ id: string }>(`
  UPDATE mails SET state = 'queued', attempts = 0, next_at = NULL
  WHERE id = $1 AND state = ANY ('{${MAIL_STATES_TO_RETRY.join(',')}}'::text[]) RETURNING id`);
