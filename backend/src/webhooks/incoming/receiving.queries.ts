import { sql } from '../../platform/database/statement.ts';

/** What proves a sender, before a tenant is known. */
export const KNOCK = sql<{ tenantId: string; provider: string; secret: Buffer; previousSecret: Buffer | null; previousUntil: string | null }>(`
  SELECT tenant_id AS "tenantId", provider, secret, previous_secret AS "previousSecret", previous_until AS "previousUntil" FROM gate.webhook_connection($1)`);

/** No row for what is there already. */
export const TAKE = sql<{ id: string }>(`
  INSERT INTO webhook_receipts (connection_id, message_id, body, received_at) VALUES ($1, $2, $3, $4) ON CONFLICT (tenant_id, connection_id, message_id) DO NOTHING RETURNING id`);

/** What waits, of a connection that is still there; one that was disabled meanwhile has taken it. */
export const WAITING = sql<{ connectionId: string; provider: string; ownerId: string; body: Buffer }>(`
  SELECT r.connection_id AS "connectionId", c.provider, c.owner_id AS "ownerId", r.body FROM webhook_receipts r JOIN webhook_connections c ON c.id = r.connection_id
  WHERE r.id = $1 AND r.state = 'waiting' AND c.state <> 'removed'`);

/** One message of a connection after the other, so that a thread begins once. */
export const ONE_BY_ONE = sql(`SELECT 1 FROM webhook_connections WHERE id = $1 FOR UPDATE`);

export const CLOSE_RECEIPT = sql(`UPDATE webhook_receipts SET state = $2, ticket_id = $3, problem = $4 WHERE id = $1 AND state = 'waiting' RETURNING 1`);

export const THREAD = sql<{ ticketId: string }>(`SELECT ticket_id AS "ticketId" FROM webhook_threads WHERE connection_id = $1 AND thread = $2`);

export const SET_THREAD = sql(`
  INSERT INTO webhook_threads (connection_id, thread, ticket_id) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, connection_id, thread) DO UPDATE SET ticket_id = excluded.ticket_id`);
