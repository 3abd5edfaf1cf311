import type { Channel, EventActor, EventEnvelope, EventType } from '@kontor/contracts/events';

/** A row of `events` as the queries below select it. */
export interface EventRow {
  tenant_id: string;
  channel: Channel;
  seq: number;
  id: string;
  type: EventType;
  version: number;
  occurred_at: string;
  actor_type: EventActor['type'];
  actor_id: string | null;
  data: Record<string, unknown>;
}

export const EVENT_COLUMNS = 'e.tenant_id, e.channel, e.seq, e.id, e.type, e.version, e.occurred_at, e.actor_type, e.actor_id, e.data';

export function envelopeOf(row: EventRow, epoch: string): EventEnvelope<Record<string, unknown>> {
  return {
    id: row.id,
    seq: row.seq,
    epoch,
    channel: row.channel,
    type: row.type,
    version: row.version,
    occurredAt: row.occurred_at,
    actor: { type: row.actor_type, id: row.actor_id },
    data: row.data,
  };
}
