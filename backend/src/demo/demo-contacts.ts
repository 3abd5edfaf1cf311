import { contactTerms, digitsOf, nameKey, wordsOf } from '../contacts/search-terms.ts';
import type { DemoContact } from './demo-types.ts';

type Row = Record<string, unknown>;

/** Groups of people who speak for themselves or for the kitchen, not for the house that they are at. */
const OF_NO_COMPANY = ['parent', 'guest', 'staff', 'driver', 'ortu', 'dapur', 'sopir'];

/** Some have more than one way to be reached. */
const FURTHER: Record<string, { emails: string[]; phones: string[] }> = {
  petersen: { emails: ['a.petersen@post.example'], phones: ['+49 171 5550 411'] },
  brandt: { emails: ['events@brandt-reederei.example'], phones: [] },
  behn: { emails: [], phones: ['+49 171 5550 512'] },
  rina: { emails: ['rina.m@surat.example'], phones: ['+62 21 5550 1001'] },
  wahyu: { emails: [], phones: ['+62 21 5550 1004'] },
};

interface Placed {
  contact: DemoContact;
  id: string;
}

/** Rows by table, as `demo-rows.ts` has the others. */
export interface ContactRows {
  companies: Row[];
  company_terms: Row[];
  contacts: Row[];
  contact_addresses: Row[];
  contact_terms: Row[];
}

/** Contacts with their companies, addresses and search terms; `newId` makes an id of an instant. */
export function contactRows(placed: readonly Placed[], tenantId: string, newId: (at: Date) => string): ContactRows {
  const companies = companiesOf(placed, newId);
  const known = placed.map(({ contact, id }) => ({ ...contact, id, ...addressesOf(contact) }));
  return {
    companies: companies.map(({ id, name, createdAt }) => ({ tenant_id: tenantId, id, name, name_key: wordsOf(name).join(' '), version: 1, created_at: createdAt, updated_at: createdAt })),
    company_terms: companies.flatMap(({ id, name }) => wordsOf(name).map((term) => ({ tenant_id: tenantId, term, company_id: id }))),
    contacts: known.map(({ id, name, email, phone, createdAt, ...contact }) => ({
      tenant_id: tenantId,
      id,
      name,
      name_key: nameKey(name),
      email,
      phone,
      company_id: companies.find((company) => company.name === companyOf(contact))?.id ?? null,
      version: 1,
      created_at: createdAt,
      updated_at: createdAt,
    })),
    contact_addresses: known.flatMap(({ id, emails, phones }) => [
      ...emails.map((value, place) => ({ tenant_id: tenantId, contact_id: id, kind: 'email', place, value, key: value, is_live: true })),
      ...phones.map((value, place) => ({ tenant_id: tenantId, contact_id: id, kind: 'phone', place, value, key: digitsOf(value), is_live: true })),
    ]),
    contact_terms: known.flatMap((contact) => contactTerms(contact).map((term) => ({ tenant_id: tenantId, term, contact_id: contact.id }))),
  };
}

export function companyOf({ place, kind }: Pick<DemoContact, 'place' | 'kind'>): string | undefined {
  return OF_NO_COMPANY.includes(kind) ? undefined : place;
}

/** Each once, as old as the first contact there. */
function companiesOf(placed: readonly Placed[], newId: (at: Date) => string): { id: string; name: string; createdAt: Date }[] {
  const oldest = new Map<string, Date>();
  for (const { contact } of placed) {
    const name = companyOf(contact);
    if (name && (oldest.get(name) ?? contact.createdAt) >= contact.createdAt) oldest.set(name, contact.createdAt);
  }
  return [...oldest].map(([name, createdAt]) => ({ id: newId(createdAt), name, createdAt }));
}

function addressesOf({ key, email, phone }: DemoContact): { emails: string[]; phones: string[] } {
  const further = FURTHER[key];
  return { emails: [...(email ? [email] : []), ...(further?.emails ?? [])], phones: [...(phone ? [phone] : []), ...(further?.phones ?? [])] };
}
