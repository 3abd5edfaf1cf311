import { CHANNEL_NAMES } from '@kontor/contracts/events';
import { WEBHOOK_LIMITS } from '@kontor/contracts/webhooks';
import { sql } from '../../platform/database/statement.ts';
import { keysetList } from '../../platform/http/keyset.ts';
import type { EndpointBody } from './endpoint.shape.ts';

const COLUMNS = `p.id, p.url, p.description, p.types, json_build_object('id', p.owner_id, 'name', (SELECT u.name FROM users u WHERE u.id = p.owner_id)) AS owner,
  p.state, p.disabled_reason AS "disabledReason", p.previous_until AS "previousSecretUntil", p.version, p.created_at AS "createdAt"`;

export const ENDPOINTS = keysetList<EndpointBody>({
  columns: COLUMNS,
  from: 'webhook_endpoints p',
  id: 'p.id',
  sorts: { createdAt: { column: 'p.created_at', type: 'timestamptz', value: (row) => row.createdAt } },
});

export const ENDPOINT = sql<EndpointBody>(`SELECT ${COLUMNS} FROM webhook_endpoints p WHERE p.id = $1 AND p.state <> 'removed'`);

export const LOCK_ENDPOINT = sql<EndpointBody>(`${ENDPOINT.text} FOR UPDATE`);

/** No row where there are as many as there may be. */
export const CREATE_ENDPOINT = sql<EndpointBody>(`
  INSERT INTO webhook_endpoints AS p (id, url, description, types, owner_id, secret, created_at)
  SELECT $1, $2, $3, $4::text[], $5::uuid, $6::bytea, $7::timestamptz
  WHERE (SELECT count(*) FROM webhook_endpoints WHERE state <> 'removed') < ${WEBHOOK_LIMITS.endpoints} RETURNING ${COLUMNS}`);

/** What was committed before there was an endpoint is sent to none. */
export const BEGIN_CURSORS = sql(`
  INSERT INTO webhook_cursors (channel, seq)
  SELECT channel, coalesce((SELECT seq FROM event_counters c WHERE c.channel = named.channel), 0) FROM unnest('{${CHANNEL_NAMES.join(',')}}'::text[]) AS named (channel)
  ON CONFLICT DO NOTHING`);

export const UPDATE_ENDPOINT = sql<EndpointBody>(`
  UPDATE webhook_endpoints AS p SET url = $2, description = $3, types = $4::text[], owner_id = $5, version = p.version + 1 WHERE p.id = $1 RETURNING ${COLUMNS}`);

/** A secret that was rotated out before signs no longer. */
export const ROTATE = sql<EndpointBody>(`
  UPDATE webhook_endpoints AS p SET previous_secret = p.secret, previous_until = $3, secret = $2, version = p.version + 1 WHERE p.id = $1 RETURNING ${COLUMNS}`);

export const ENABLE = sql<EndpointBody>(`
  UPDATE webhook_endpoints AS p SET state = 'active', disabled_reason = NULL, owner_id = $2, version = p.version + 1 WHERE p.id = $1 RETURNING ${COLUMNS}`);

export const DISABLE = sql<EndpointBody>(`
  UPDATE webhook_endpoints AS p SET state = 'disabled', disabled_reason = $2, version = p.version + 1 WHERE p.id = $1 AND p.state = 'active' RETURNING ${COLUMNS}`);

export const DISABLE_THOSE_OF = sql(`
  UPDATE webhook_endpoints SET state = 'disabled', disabled_reason = 'departed', version = version + 1 WHERE owner_id = $1 AND state = 'active'`);

/** It is gone for everybody; its deliveries are forgotten in their time, and the row with the last of them. */
export const REMOVE = sql(`
  UPDATE webhook_endpoints SET state = 'removed', disabled_reason = NULL, previous_secret = NULL, previous_until = NULL WHERE id = $1`);
