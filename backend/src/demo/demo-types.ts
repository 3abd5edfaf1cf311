import type { Locale } from '@kontor/contracts/locales';
import type { Role, Visibility } from '@kontor/contracts/permissions';
import type { TicketFilter } from '@kontor/contracts/ticket-filter';
import type { ViewLayout } from '@kontor/contracts/ticket-views';
import type { FieldKind, MessageKind, TicketChannel, TicketPriority, TicketStatus, TrackedField } from '@kontor/contracts/tickets';

/** A member of a demo tenant. One person (by e-mail) may be a member of several. */
export interface DemoMember {
  /** Short name by which scripts refer to the person. */
  key: string;
  email: string;
  name: string;
  locale: Locale;
  timeZone: string;
  role: Role;
  ticketVisibility: Visibility;
  /** The name of the member's team; tickets that the member works on are the team's. */
  team?: string;
}

export interface DemoContact {
  key: string;
  name: string;
  email: string | null;
  phone: string | null;
  /** Where the contact works; texts use it, the contact itself has no such field yet. */
  place: string;
  /** How a member addresses the contact. */
  call: string;
  /** Groups from which a story takes its requester. */
  kind: string;
  createdAt: Date;
}

export type DemoAuthor =
  | { type: 'user'; key: string }
  | { type: 'contact'; key: string }
  | { type: 'system'; key: null };

export interface DemoMessage {
  type: 'message';
  at: Date;
  author: DemoAuthor;
  kind: MessageKind;
  body: string;
}

export interface DemoChange {
  type: 'change';
  at: Date;
  author: DemoAuthor;
  field: TrackedField;
  /** Keys of people for `assignee` and `requester`, the comma list for `tags`, otherwise the value itself. */
  from: string | null;
  to: string | null;
}

export type DemoEntry = DemoMessage | DemoChange;

export interface DemoTicket {
  number: number;
  subject: string;
  status: TicketStatus;
  priority: TicketPriority;
  channel: TicketChannel;
  requester: string | null;
  assignee: string | null;
  createdBy: string | null;
  tags: string[];
  /** In order of time. */
  entries: DemoEntry[];
  createdAt: Date;
  updatedAt: Date;
  solvedAt: Date | null;
  closedAt: Date | null;
}

/** An answer kept ready; `owner` is a member's key, null where it is everybody's. */
export interface DemoAnswer {
  name: string;
  shortcut: string;
  owner: string | null;
  body: string;
}

/** A field that the workspace adds to its tickets. */
export interface DemoField {
  key: string;
  label: string;
  kind: FieldKind;
  options: string[];
}

/** A view that everybody in the workspace has. */
export interface DemoView {
  name: string;
  filter: TicketFilter;
  sort: string;
  layout: ViewLayout;
}

export interface DemoTenant {
  slug: string;
  name: string;
  locale: Locale;
  timeZone: string;
  /** In their order. */
  fields: DemoField[];
  members: DemoMember[];
  contacts: DemoContact[];
  tickets: DemoTicket[];
  answers: DemoAnswer[];
  /** In their order. */
  views: DemoView[];
}

/** A story that several tickets tell, each with its own people, places, dishes, dates and quantities. */
export interface Story {
  subject: string;
  /** The key of a contact, a kind of contact, or null for a ticket without requester. */
  from: string | null;
  tags?: string;
  priority?: TicketPriority;
  channel?: TicketChannel;
  /** Local hours `[from, to)` of a working day in which the story begins, where it matters ("today", "before lunch"). */
  hours?: readonly [number, number];
  /** Texts are taken as they are, without a greeting or a name below. */
  plain?: boolean;
  /** See `parseScript`. */
  script: string;
  cases?: StoryCase[];
}

/** Values for the `{placeholders}` of a story; `from`, `assignee` and `subject` replace the story's own. */
export type StoryCase = Record<string, string>;

/** A story with its number and its age in minutes: the ones that stand on top of the list. */
export interface PinnedStory extends Story {
  number: number;
  age: number;
  assignee?: string;
}

/** How people of a tenant begin and end what they write. */
export interface Voice {
  contactOpenings: (hour: number) => string[];
  contactClosings: (contact: DemoContact) => string[];
  memberOpenings: (contact: DemoContact, hour: number) => string[];
  memberClosings: (firstName: string) => string[];
}

/** Local hours `[from, to)` per weekday (0 is Sunday) in which people of a tenant write. */
export interface Rhythm {
  timeZone: string;
  members: Record<number, readonly [number, number]>;
  contacts: Record<number, readonly [number, number]>;
}
