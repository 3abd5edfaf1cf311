import { Instant, List, Nullable, Page, Shape, Text, Uuid, Whole, type Static } from '../platform/http/shapes.ts';

const ContactCompanyShape = Shape('ContactCompany', { id: Uuid(), name: Text() });

export const ContactShape = Shape('Contact', {
  id: Uuid(),
  name: Text(),
  /** The first of `emails`. */
  email: Nullable(Text()),
  /** The first of `phones`. */
  phone: Nullable(Text()),
  emails: List(Text()),
  phones: List(Text()),
  company: Nullable(ContactCompanyShape),
  /** By which another system knows the contact. */
  externalId: Nullable(Text()),
  archivedAt: Nullable(Instant()),
  /** The contact that this one has become part of. */
  mergedInto: Nullable(Uuid()),
  version: Whole(),
  createdAt: Instant(),
  updatedAt: Instant(),
});

export const ContactPage = Page('ContactPage', ContactShape);

export type ContactBody = Static<typeof ContactShape>;
