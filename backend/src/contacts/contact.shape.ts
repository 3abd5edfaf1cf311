import { Instant, List, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../platform/http/shapes.ts';

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

/** Contacts that may be the same, with what they have in common. */
export const DuplicateShape = Shape('Duplicate', { id: Uuid(), reason: OneOf(['name', 'phone']), contact: ContactShape, other: ContactShape });
export const DuplicatePage = Page('DuplicatePage', DuplicateShape);


export type ContactBody = Static<typeof ContactShape>;
export type DuplicateBody = Static<typeof DuplicateShape>;
