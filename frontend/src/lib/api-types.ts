import type { Schemas } from '@kontor/client/rest';

/** The answers of the REST API that the frontend reads, as its OpenAPI document has them. */
export type User = Schemas['User'];
export type Session = Schemas['Session'];
export type SignedIn = Schemas['SignedIn'];
export type SessionEntry = Schemas['OwnSession'];
export type Invitation = Schemas['Invitation'];
export type Member = Schemas['Member'];
export type Contact = Schemas['Contact'];
export type Ticket = Schemas['Ticket'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type Answered = Schemas['Answered'];
export type TagCount = Schemas['Tag'];

export interface List<Item> {
  items: Item[];
  nextCursor: string | null;
  count?: number;
}
