/** What a member may do. Code asks for permissions, never for roles. */
export const PERMISSIONS = [
  'tenant:read',
  'tenant:update',
  'limit:read',
  'member:read',
  'member:invite',
  'member:update',
  'member:deactivate',
  'service-member:create',
  'api-key:manage',
  'team:manage',
  'field:read',
  'field:create',
  'field:update',
  'contact:read',
  'contact:create',
  'contact:update',
  'contact:archive',
  'contact:merge',
  'contact:import',
  'contact:export',
  'ticket:read',
  'ticket:export',
  'ticket:create',
  'ticket:update',
  'ticket:merge',
  'ticket:split',
  'ticket:link',
  'ticket:assign',
  'ticket:reply',
  'ticket:note',
  'ticket:transition',
  'attachment:upload',
  'notification:read',
  'canned-answer:read',
  'canned-answer:write',
  'canned-answer:share',
  'ticket-view:write',
  'ticket-view:share',
  'audit:read',
  'mail:read',
  'mail:send',
  'webhook:manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READER = ['tenant:read', 'member:read', 'field:read', 'contact:read', 'ticket:read', 'notification:read'] as const satisfies Permission[];
const WORKER = [
  ...READER,
  'contact:create',
  'contact:update',
  'contact:archive',
  'contact:merge',
  'contact:import',
  'contact:export',
  'ticket:export',
  'ticket:create',
  'ticket:update',
  'ticket:merge',
  'ticket:split',
  'ticket:link',
  'ticket:assign',
  'ticket:reply',
  'ticket:note',
  'ticket:transition',
  'attachment:upload',
  'canned-answer:read',
  'canned-answer:write',
  'ticket-view:write',
] as const satisfies Permission[];
const STEWARD = [...WORKER, 'member:invite', 'member:update', 'member:deactivate', 'service-member:create', 'api-key:manage', 'team:manage', 'field:create', 'field:update', 'canned-answer:share', 'ticket-view:share', 'audit:read', 'mail:read', 'mail:send', 'webhook:manage'] as const satisfies Permission[];
const OWNER = [...STEWARD, 'tenant:update', 'limit:read'] as const satisfies Permission[];

/** A role is a set of permissions. An owner is also the only one who may make or unmake an owner (a rule of `users`). */
export const ROLE_PERMISSIONS = {
  owner: OWNER,
  admin: STEWARD,
  agent: WORKER,
  viewer: READER,
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof ROLE_PERMISSIONS;
/** From the most to the least. */
export const ROLES = Object.keys(ROLE_PERMISSIONS) as Role[];

/** True where `role` is no more than `own`: what a member may give to others. */
export function isAtMost(role: Role, own: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(own);
}

/** What a deployment may leave out, with the things that its permissions are about. The rest is always there. */
const DOMAINS = {
  tickets: ['ticket', 'ticket-view', 'attachment', 'field'],
  'canned-answers': ['canned-answer'],
  notifications: ['notification'],
  webhooks: ['webhook'],
} as const satisfies Record<string, readonly string[]>;
/** The domains that a deployment may load. */
export const MODULES = ['users', 'contacts', 'tickets', 'canned-answers', 'notifications', 'webhooks'] as const;
export type ModuleName = (typeof MODULES)[number];

/** False where the permission is about a domain that is not among the loaded ones. */
export function isLoaded(permission: Permission, loaded: ReadonlySet<ModuleName>): boolean {
  const [thing] = permission.split(':');
  return Object.entries(DOMAINS).every(([domain, things]) => loaded.has(domain as ModuleName) || !(things as readonly string[]).includes(thing!));
}

/** Which tickets a member sees: every one, those of the member's teams and the member's own, or only what is assigned to or created by the member. */
export const VISIBILITIES = ['all', 'team', 'own'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Bounds of a team, in characters and members. */
export const TEAM_LIMITS = { name: 80, members: 500 } as const;

export const MEMBER_STATUSES = ['active', 'deactivated'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** A service member stands for a program: it has no address and no password, owns keys, and is never an owner. */
export const MEMBER_KINDS = ['person', 'service'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

export const INVITATION_STATES = ['open', 'expired', 'accepted', 'revoked'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** Whether a member takes work just now. */
export const AVAILABILITIES = ['available', 'busy', 'away'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** True where `role` includes `permission`. The name is the seeds' own. */
export function hasPermission(role: Role, permission: Permission): boolean {
  return (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission);
}
