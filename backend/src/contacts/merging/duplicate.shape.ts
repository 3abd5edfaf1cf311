import { Nullable, OneOf, Page, Shape, Text, Uuid, type Static } from '../../platform/http/shapes.ts';

const side = { id: Uuid(), name: Text(), email: Nullable(Text()), phone: Nullable(Text()), company: Nullable(Text()) };
const DuplicateContactShape = Shape('DuplicateContact', side);

/** Two contacts that may be one person, and by what. */
export const DuplicateShape = Shape('Duplicate', { reason: OneOf(['name', 'phone']), contact: DuplicateContactShape, other: DuplicateContactShape });
export const DuplicatePage = Page('DuplicatePage', DuplicateShape);

export type DuplicateBody = Static<typeof DuplicateShape>;

/** Flat, as the database answers it. */
export interface DuplicateRow {
  reason: DuplicateBody['reason'];
  contactId: string;
  contactName: string;
  contactEmail: string | null;
  contactPhone: string | null;
  contactCompany: string | null;
  otherId: string;
  otherName: string;
  otherEmail: string | null;
  otherPhone: string | null;
  otherCompany: string | null;
}

export function duplicateBody(row: DuplicateRow): DuplicateBody {
  return {
    reason: row.reason,
    contact: { id: row.contactId, name: row.contactName, email: row.contactEmail, phone: row.contactPhone, company: row.contactCompany },
    other: { id: row.otherId, name: row.otherName, email: row.otherEmail, phone: row.otherPhone, company: row.otherCompany },
  };
}
