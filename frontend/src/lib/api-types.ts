import type { Schemas } from '@kontor/client/rest';

/** The answers of the REST API that pages hand to their parts, as its OpenAPI document has them. */
export type Session = Schemas['Session'];
export type Workspace = Schemas['Workspace'];
export type SessionEntry = Schemas['OwnSession'];
export type SignedIn = Schemas['SignedIn'];
export type Challenge = Schemas['Challenge'];
export type SecondFactor = Schemas['SecondFactor'];
export type SentInvitation = Schemas['SentInvitation'];
export type Team = Schemas['Team'];
export type Invitation = Schemas['Invitation'];
export type Member = Schemas['Member'];
export type Ticket = Schemas['Ticket'];
export type TicketPage = Schemas['TicketPage'];
export type TicketCounts = Schemas['TicketCounts'];
export type Relations = Schemas['Relations'];
export type RelatedTicket = Schemas['RelatedTicket'];
export type Field = Schemas['Field'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type TimelinePage = Schemas['TimelinePage'];
export type TagCount = Schemas['Tag'];
export type Attachment = Schemas['Attachment'];
export type AttachmentLimits = Schemas['AttachmentLimits'];
export type DayReport = Schemas['DayReport'];
export type GroupReport = Schemas['GroupReport'];
export type Operation = Schemas['Operation'];
export type OperationItem = Schemas['OperationItem'];
