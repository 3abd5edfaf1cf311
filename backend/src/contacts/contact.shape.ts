import { Instant, Nullable, Page, Shape, Text, Uuid, Whole, type Static } from '../platform/http/shapes.ts';

export const ContactShape = Shape('Contact', {
  id: Uuid(),
  name: Text(),
  email: Nullable(Text()),
  phone: Nullable(Text()),
  version: Whole(),
  createdAt: Instant(),
  updatedAt: Instant(),
});

export const ContactPage = Page('ContactPage', ContactShape);
export type ContactBody = Static<typeof ContactShape>;
