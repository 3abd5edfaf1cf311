import { INCOMING_LIMITS } from '@kontor/contracts/webhooks';
import { sql } from '../../platform/database/statement.ts';
import { keysetList } from '../../platform/http/keyset.ts';
import type { ConnectionBody, ReceiptBody } from './connection.shape.ts';

const COLUMNS = `c.id, c.provider, c.name, json_build_object('id', c.owner_id, 'name', (SELECT u.name FROM users u WHERE u.id = c.owner_id)) AS owner,
  c.state, '/api/v1/webhooks/' || c.provider || '/' || c.id AS path, c.previous_until AS "previousSecretUntil", c.version, c.created_at AS "createdAt"`;

export const CONNECTIONS = keysetList<ConnectionBody>({
  columns: COLUMNS,
  from: 'webhook_connections c',
  id: 'c.id',
  sorts: { createdAt: { column: 'c.created_at', type: 'timestamptz', value: (row) => row.createdAt } },
});

export const CONNECTION = sql<ConnectionBody>(`SELECT ${COLUMNS} FROM webhook_connections c WHERE c.id = $1 AND c.state <> 'removed'`);

export const LOCK_CONNECTION = sql<ConnectionBody>(`${CONNECTION.text} FOR UPDATE`);

/** No row where there are as many as there may be. */
export const CREATE_CONNECTION = sql<ConnectionBody>(`
  INSERT INTO webhook_connections AS c (id, provider, name, owner_id, secret, created_at) SELECT $1, $2, $3, $4::uuid, $5::bytea, $6::timestamptz
  WHERE (SELECT count(*) FROM webhook_connections WHERE state <> 'removed') < ${INCOMING_LIMITS.connections} RETURNING ${COLUMNS}`);

export const CHANGE_SECRET = sql<ConnectionBody>(`
  UPDATE webhook_connections AS c SET previous_secret = c.secret, previous_until = $3, secret = $2, version = c.version + 1 WHERE c.id = $1 RETURNING ${COLUMNS}`);

export const SET_STATE = sql<ConnectionBody>(`
  UPDATE webhook_connections AS c SET state = $2, owner_id = $3, version = c.version + 1 WHERE c.id = $1 RETURNING ${COLUMNS}`);

export const DISABLE_THOSE_OF = sql(`UPDATE webhook_connections SET state = 'disabled', version = version + 1 WHERE owner_id = $1 AND state = 'active'`);

export const RECEIPTS = keysetList<ReceiptBody>({
  columns: `r.id, r.message_id AS "messageId", r.state, r.problem, r.received_at AS "receivedAt",
    (SELECT json_build_object('id', t.id, 'number', t.number) FROM tickets t WHERE t.id = r.ticket_id) AS ticket`,
  from: 'webhook_receipts r',
  id: 'r.id',
  sorts: { receivedAt: { column: 'r.received_at', type: 'timestamptz', value: (row) => row.receivedAt } },
});
