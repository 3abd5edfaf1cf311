import type { Locale, Theme } from '@kontor/contracts/locales';
import type { MemberStatus, Permission, Role, Visibility } from '@kontor/contracts/permissions';
import type { MessageKind, TicketChannel, TicketPriority, TicketStatus, TrackedField } from '@kontor/contracts/tickets';

/** The answers of the REST API that the frontend reads. Instants are ISO 8601 in UTC. */
export interface List<Item> {
  items: Item[];
  nextCursor: string | null;
  count?: number;
}

export interface User {
  id: string;
  email: string;
  name: string;
  locale: Locale;
  timeZone: string;
  theme: Theme;
  version: number;
}

export interface Tenant {
  id: string;
  name: string;
  slug: string;
  timeZone: string;
  locale: Locale;
}

export interface Membership {
  tenant: Pick<Tenant, 'id' | 'name' | 'slug'>;
  role: Role;
}

export interface Session {
  id: string;
  user: User;
  tenant: Tenant;
  role: Role;
  ticketVisibility: Visibility;
  permissions: Permission[];
  memberships: Membership[];
  expiresAt: string;
}

export interface SignedIn {
  token: string;
  expiresAt: string;
  user: User;
  tenant: Tenant;
  memberships: Membership[];
}

export interface SessionEntry {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  userAgent: string | null;
  address: string | null;
  current: boolean;
  tenant: Pick<Tenant, 'id' | 'name'>;
}

export interface Invitation {
  email: string;
  tenantName: string;
  role: Role;
  expiresAt: string;
  hasAccount: boolean;
}

export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  ticketVisibility: Visibility;
  status: MemberStatus;
  joinedAt: string;
  deactivatedAt: string | null;
  version: number;
}

export interface Contact {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface Person {
  id: string;
  name: string;
}

export interface Ticket {
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  priority: TicketPriority;
  channel: TicketChannel;
  preview: string | null;
  requester: (Person & { email: string | null }) | null;
  assignee: Person | null;
  createdBy: Person | null;
  tags: string[];
  version: number;
  createdAt: string;
  updatedAt: string;
  solvedAt: string | null;
  closedAt: string | null;
}

/** One entry of a ticket's timeline: a message, or the change of one field in display texts. */
export interface TimelineEntry {
  id: string;
  type: 'message' | 'change';
  at: string;
  author: { type: 'user' | 'contact' | 'system'; id: string | null; name: string | null };
  kind: MessageKind | null;
  body: string | null;
  field: TrackedField | null;
  from: string | null;
  to: string | null;
}

export interface TagCount {
  tag: string;
  count: number;
}
