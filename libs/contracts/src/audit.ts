import type { EventType } from './events.ts';

/** Events that an audit asks for, with the kind of thing that each happens to. Append-only. */
export const AUDITED_EVENTS = {
  member_joined: 'member',
  member_updated: 'member',
  member_role_changed: 'member',
  member_deactivated: 'member',
  member_reactivated: 'member',
  member_invited: 'invitation',
  invitation_resent: 'invitation',
  invitation_revoked: 'invitation',
  team_created: 'team',
  team_updated: 'team',
  team_closed: 'team',
  workspace_updated: 'workspace',
  api_key_created: 'api_key',
  api_key_revoked: 'api_key',
  field_created: 'field',
  field_updated: 'field',
} as const satisfies Partial<Record<EventType, string>>;

/** What was decided about who gets in and what leaves, which is no event that anybody is told of. Append-only. */
export const SECURITY_DECISIONS = {
  signed_in: 'member',
  sign_in_failed: 'member',
  signed_out: 'session',
  session_revoked: 'session',
  password_changed: 'member',
  password_reset_asked: 'member',
  password_reset: 'member',
  second_factor_enabled: 'member',
  second_factor_disabled: 'member',
  recovery_codes_renewed: 'member',
  exported: 'operation',
  imported: 'operation',
  /** 401 and 403, counted by minute and address. */
  refused: null,
  /** 429, counted by minute and address. */
  limited: null,
} as const;
export type SecurityDecisionName = keyof typeof SECURITY_DECISIONS;

export type AuditAction = keyof typeof AUDITED_EVENTS | SecurityDecisionName;
export const AUDIT_ACTIONS = [...Object.keys(AUDITED_EVENTS), ...Object.keys(SECURITY_DECISIONS)] as AuditAction[];

/** The kinds of things that actions happen to. */
export type AuditSubject = (typeof AUDITED_EVENTS)[keyof typeof AUDITED_EVENTS] | Exclude<(typeof SECURITY_DECISIONS)[SecurityDecisionName], null>;
export const AUDIT_SUBJECTS = [...new Set([...Object.values(AUDITED_EVENTS), ...Object.values(SECURITY_DECISIONS)])].filter((subject) => subject !== null) as AuditSubject[];

/** Who acted; `service` is a program by an API key of the member, `unknown` is somebody who was not, or not yet, let in. */
export const AUDIT_ACTORS = ['user', 'service', 'contact', 'system', 'unknown'] as const;
export type AuditActor = (typeof AUDIT_ACTORS)[number];
