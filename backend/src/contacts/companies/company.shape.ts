import { Instant, Nullable, Page, Shape, Text, Uuid, Whole, type Static } from '../../platform/http/shapes.ts';

export const CompanyShape = Shape('Company', {
  id: Uuid(),
  name: Text(),
  /** Of its addresses on the web, such as `school.example`. */
  domain: Nullable(Text()),
  note: Nullable(Text()),
  /** Contacts that are not archived. */
  contacts: Whole(),
  archivedAt: Nullable(Instant()),
  version: Whole(),
  createdAt: Instant(),
  updatedAt: Instant(),
});

export const CompanyPage = Page('CompanyPage', CompanyShape);
export type CompanyBody = Static<typeof CompanyShape>;
