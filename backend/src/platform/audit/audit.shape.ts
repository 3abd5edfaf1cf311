import { AUDIT_ACTIONS, AUDIT_ACTORS, AUDIT_SUBJECTS } from '@kontor/contracts/audit';
import { Anything, Instant, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../http/shapes.ts';

export const AuditEntryShape = Shape('AuditEntry', {
  id: Uuid(),
  at: Instant(),
  action: OneOf(AUDIT_ACTIONS),
  actor: Shape('AuditActor', { type: OneOf(AUDIT_ACTORS), id: Nullable(Uuid()), name: Nullable(Text()) }),
  subject: Shape('AuditSubject', { type: Nullable(OneOf(AUDIT_SUBJECTS)), id: Nullable(Uuid()), name: Nullable(Text()) }),
  /** Texts by name; which there are follows from the action. */
  details: Anything(),
  /** How often it happened: what is refused is counted by the minute. */
  count: Whole(),
  address: Nullable(Text()),
  userAgent: Nullable(Text()),
  traceId: Nullable(Text()),
  /** In the chain of the workspace; null for the second or so until it is linked. */
  position: Nullable(Whole()),
  /** SHA-256, hex. */
  hash: Nullable(Text()),
});
export const AuditEntryPage = Page('AuditEntryPage', AuditEntryShape);
export type AuditEntryBody = Static<typeof AuditEntryShape>;
