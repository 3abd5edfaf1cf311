import { PERMISSIONS, type Permission } from './permissions.ts';

/** What no key may do, whatever its owner may: a key makes no keys, and no owners of keys. */
const NEVER = ['api-key:manage', 'service-member:create'] as const satisfies Permission[];

/**
 * What an API key may be allowed: permissions of the member who owns it, to read events (of the channels that the
 * member's role may read), and to follow the member's own long work.
 */
export type ApiScope = 'events:read' | 'operation:read' | Exclude<Permission, (typeof NEVER)[number]>;
export const API_SCOPES: readonly ApiScope[] = ['events:read', 'operation:read', ...PERMISSIONS.filter((permission): permission is Exclude<Permission, (typeof NEVER)[number]> => !(NEVER as readonly Permission[]).includes(permission))];

export const API_KEY_STATES = ['active', 'expired', 'revoked'] as const;
export type ApiKeyState = (typeof API_KEY_STATES)[number];

/** Bounds of a key: characters of its name, and keys of one member that hold at a time. */
export const API_KEY_LIMITS = { name: 80, active: 50 } as const;
