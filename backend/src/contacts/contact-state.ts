import type { ContactField } from '@kontor/contracts/contacts';
import type { ContactBody } from './contact.shape.ts';

/** One changed field: ids and texts as stored, for the history. */
export interface ContactChange {
  field: ContactField;
  from: string | null;
  to: string | null;
}

/** What a contact is made of; the rest of it follows. */
export interface ContactState {
  name: string;
  emails: string[];
  phones: string[];
  companyId: string | null;
  externalId: string | null;
}

export function stateOf({ name, emails, phones, company, externalId }: ContactBody): ContactState {
  return { name, emails, phones, companyId: company?.id ?? null, externalId };
}

export function contactChanges(before: ContactState, after: ContactState): ContactChange[] {
  const changes: ContactChange[] = [
    { field: 'name', from: before.name, to: after.name },
    { field: 'company', from: before.companyId, to: after.companyId },
    { field: 'emails', from: before.emails.join(', ') || null, to: after.emails.join(', ') || null },
    { field: 'phones', from: before.phones.join(', ') || null, to: after.phones.join(', ') || null },
    { field: 'externalId', from: before.externalId, to: after.externalId },
  ];
  return changes.filter(({ from, to }) => from !== to);
}
