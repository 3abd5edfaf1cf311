import type { Permission } from './permissions.ts';

/** Every channel with its read permission and the event types that it carries. Append-only. */
export const CHANNELS = {
  'tickets:updates': {
    read: 'ticket:read',
    types: [
      'ticket_created',
      'ticket_updated',
      'ticket_assigned',
      'ticket_replied',
      'ticket_noted',
      'ticket_status_changed',
      'ticket_followed',
      'ticket_unfollowed',
      'ticket_merged',
      'ticket_unmerged',
      'ticket_split',
      'ticket_linked',
      'ticket_unlinked',
      'field_created',
      'field_updated',
    ],
  },
  'contacts:updates': {
    read: 'contact:read',
    types: [
      'contact_created',
      'contact_updated',
      'contact_archived',
      'contact_restored',
      'contact_merged',
      'contact_unmerged',
      'company_created',
      'company_updated',
      'company_archived',
      'company_restored',
    ],
  },
  'notifications:updates': { read: 'notification:read', types: ['notification_created', 'notification_changed'] },
  'users:updates': {
    read: 'member:read',
    types: ['member_joined', 'member_updated', 'member_role_changed', 'member_deactivated', 'member_reactivated', 'team_created', 'team_updated', 'team_closed', 'workspace_updated', 'member_invited', 'invitation_resent', 'invitation_revoked', 'api_key_created', 'api_key_revoked'],
  },
} as const satisfies Record<string, { read: Permission; types: readonly string[] }>;

export type Channel = keyof typeof CHANNELS;
export type EventType = (typeof CHANNELS)[Channel]['types'][number];
export const CHANNEL_NAMES = Object.keys(CHANNELS) as Channel[];
export const EVENT_TYPES: readonly EventType[] = CHANNEL_NAMES.flatMap<EventType>((name) => CHANNELS[name].types);

/** Who did it: a member, a contact, or Kontor itself. */
export interface EventActor {
  type: 'user' | 'contact' | 'system';
  id: string | null;
}

/** The one envelope of sockets, feed and, later, Redis and webhooks. */
export interface EventEnvelope<Data = unknown> {
  id: string;
  /** Gapless and in commit order within (tenant, channel), from 1. */
  seq: number;
  /** Changes when a database is restored: sequence numbers of another epoch mean nothing. */
  epoch: string;
  channel: Channel;
  type: EventType;
  version: number;
  /** UTC, ISO 8601 with microseconds. */
  occurredAt: string;
  actor: EventActor;
  /** The resource as REST gives it; null where redacted; `{id, version, truncated: true}` over 16 KB. */
  data: Data | null;
  redacted?: true;
}

/** Events are kept this long, in days. */
export const EVENT_RETENTION_DAYS = 7;
/** Data of more bytes than this is cut to `{id, version, truncated: true}`. */
export const EVENT_DATA_LIMIT = 16_384;
