import type { Channel } from '@kontor/contracts/events';
import type { Role } from '@kontor/contracts/permissions';
import { WEBHOOK_LIMITS, type AttemptFailure, type EndpointState } from '@kontor/contracts/webhooks';
import { sql } from '../../platform/database/statement.ts';
import { keysetList, type Condition } from '../../platform/http/keyset.ts';
import type { DeliveryBody, DeliveryDetailBody } from './delivery.shape.ts';
import type { DeliveryQuery } from './deliveries.dto.ts';

const COLUMNS = `d.id, d.endpoint_id AS "endpointId", d.type, d.channel, d.seq, d.state, d.attempts,
  last.status, last.failure, d.next_at AS "nextAt", d.created_at AS "createdAt"`;
const FROM = 'webhook_deliveries d LEFT JOIN webhook_attempts last ON last.delivery_id = d.id AND last.number = d.attempts';

export const DELIVERIES = keysetList<DeliveryBody>({
  columns: COLUMNS,
  from: FROM,
  id: 'd.id',
  sorts: { createdAt: { column: 'd.created_at', type: 'timestamptz', value: (row) => row.createdAt } },
});

export function deliveriesOf(endpointId: string, { state, type, from, until }: DeliveryQuery): Condition[] {
  return [
    { text: 'd.endpoint_id = ?', values: [endpointId] },
    ...(state ? [{ text: 'd.state = ANY(?::text[])', values: [state] }] : []),
    ...(type ? [{ text: 'd.type = ANY(?::text[])', values: [type] }] : []),
    ...(from ? [{ text: 'd.created_at >= ?::timestamptz', values: [from] }] : []),
    ...(until ? [{ text: 'd.created_at < ?::timestamptz', values: [until] }] : []),
  ];
}

const KNOWN = `EXISTS (SELECT 1 FROM webhook_endpoints p WHERE p.id = d.endpoint_id AND p.state <> 'removed')`;

export const DELIVERY = sql<DeliveryBody>(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 AND ${KNOWN}`);

export const ATTEMPTS = sql<DeliveryDetailBody['log'][number]>(`
  SELECT number, at, milliseconds, status, failure, detail, excerpt FROM webhook_attempts WHERE delivery_id = $1 ORDER BY number DESC LIMIT 50`);

/** An event, or a test, on its way. What is on its way already is not given out again. */
export const ADD_DELIVERIES = sql<{ id: string; endpointId: string }>(`
  INSERT INTO webhook_deliveries (endpoint_id, event_id, channel, seq, type, next_at, created_at)
  SELECT endpoint_id, event_id, channel, seq, type, $6, $6 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[]) AS given (endpoint_id, event_id, channel, seq, type)
  ON CONFLICT (tenant_id, endpoint_id, event_id) DO NOTHING RETURNING id, endpoint_id AS "endpointId"`);

export const ADD_TEST = sql<{ id: string }>(`
  INSERT INTO webhook_deliveries (endpoint_id, type, next_at, created_at) VALUES ($1, $2, $3, $3) RETURNING id`);

/** A delivery to be tried, with what its endpoint says at the moment. */
export interface Due {
  id: string;
  endpointId: string;
  channel: Channel | null;
  seq: number | null;
  attempts: number;
  tries: number;
  createdAt: string;
  url: string;
  endpointState: EndpointState;
  ownerId: string;
  secret: Buffer;
  /** While it signs, too. */
  previousSecret: Buffer | null;
}

/** Nothing where it is settled, or another attempt was made since. */
export const DUE = sql<Due>(`
  SELECT d.id, d.endpoint_id AS "endpointId", d.channel, d.seq, d.attempts, d.tries, d.created_at AS "createdAt",
    p.url, p.state AS "endpointState", p.owner_id AS "ownerId", p.secret, CASE WHEN p.previous_until > $3 THEN p.previous_secret END AS "previousSecret"
  FROM webhook_deliveries d JOIN webhook_endpoints p ON p.id = d.endpoint_id
  WHERE d.id = $1 AND d.attempts = $2 AND d.state = 'waiting'`);

/** The attempt that was made; no row where another one has told of itself first. */
export const SETTLE = sql(`
  UPDATE webhook_deliveries SET state = $3, attempts = attempts + 1, tries = tries + 1, next_at = $4 WHERE id = $1 AND attempts = $2 AND state = 'waiting' RETURNING 1`);

export const ADD_ATTEMPT = sql(`
  INSERT INTO webhook_attempts (delivery_id, number, at, milliseconds, status, failure, detail, excerpt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`);

/** An endpoint that is not active is sent nothing: its deliveries wait to be replayed. */
export const GIVE_UP = sql(`UPDATE webhook_deliveries SET state = 'failed', next_at = NULL WHERE id = $1 AND attempts = $2 AND state = 'waiting'`);

/** True where anything was delivered since. */
export const SUCCEEDED_SINCE = sql<{ hasSucceeded: boolean }>(`
  SELECT EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.endpoint_id = $1 AND d.state = 'delivered' AND d.created_at >= $2) AS "hasSucceeded"`);

export const REPLAY = sql<{ attempts: number }>(`
  UPDATE webhook_deliveries SET state = 'waiting', tries = 0, next_at = $2 WHERE id = $1 RETURNING attempts`);

const IN_RANGE = `endpoint_id = $1 AND state = ANY($2::text[]) AND created_at >= $3 AND created_at < $4`;

export const COUNT_RANGE = sql<{ count: number }>(`
  SELECT count(*) AS count FROM (SELECT 1 FROM webhook_deliveries WHERE ${IN_RANGE} LIMIT ${WEBHOOK_LIMITS.replayed}) AS found`);

/** The next ones behind a position, in the order in which they came. */
export const REPLAY_RANGE = sql<{ id: string; attempts: number; createdAt: string }>(`
  WITH next AS (
    SELECT id FROM webhook_deliveries WHERE ${IN_RANGE} AND (created_at, id) > ($5, $6) ORDER BY created_at, id LIMIT 100 FOR UPDATE),
  replayed AS (
    UPDATE webhook_deliveries d SET state = 'waiting', tries = 0, next_at = $7 FROM next WHERE d.id = next.id RETURNING d.id, d.attempts, d.created_at AS "createdAt")
  SELECT * FROM replayed ORDER BY "createdAt", id`);

/** Tenants of which something was committed that no endpoint was given. */
export const BEHIND = sql<{ tenantId: string }>(`SELECT webhooks_behind AS "tenantId" FROM gate.webhooks_behind()`);

/** Of each channel how far events were given out, and how far they go. Another process that gives them out just now is left to it. */
export const CURSORS = sql<{ channel: Channel; seq: number; head: number }>(`
  SELECT w.channel, w.seq, c.seq AS head FROM webhook_cursors w JOIN event_counters c ON c.channel = w.channel
  WHERE c.seq > w.seq ORDER BY w.channel FOR UPDATE OF w SKIP LOCKED`);

export const ADVANCE = sql(`UPDATE webhook_cursors SET seq = $2 WHERE channel = $1`);

export const EVENTS_AFTER = sql<{ id: string; seq: number; type: string }>(`
  SELECT id, seq, type FROM events WHERE channel = $1 AND seq > $2 ORDER BY seq LIMIT 100`);

export const ACTIVE_ENDPOINTS = sql<{ id: string; types: string[]; role: Role }>(`
  SELECT p.id, p.types, m.role FROM webhook_endpoints p JOIN memberships m ON m.user_id = p.owner_id WHERE p.state = 'active'`);

const OLD = 'SELECT id FROM webhook_deliveries WHERE created_at < $1 ORDER BY created_at, id LIMIT 2000';

/** Of what happened so long ago that its event is no longer kept, some. */
export const FORGET_ATTEMPTS = sql(`DELETE FROM webhook_attempts WHERE delivery_id IN (${OLD})`);

export const FORGET_DELIVERIES = sql(`DELETE FROM webhook_deliveries WHERE id IN (${OLD}) RETURNING 1`);

export const FORGET_RECEIPTS = sql(`DELETE FROM webhook_receipts WHERE received_at < $1 AND state <> 'waiting'`);

export const FORGET_ENDPOINTS = sql(`
  DELETE FROM webhook_endpoints p WHERE p.state = 'removed' AND NOT EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.endpoint_id = p.id)`);

/** What an attempt came to. */
export interface Outcome {
  status?: number;
  failure?: AttemptFailure;
  detail?: string;
  excerpt?: string;
}
