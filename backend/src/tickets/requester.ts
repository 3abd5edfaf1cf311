import type { ContactsService } from '../contacts/contacts.service.ts';
import { Invalid, NotFound } from '../platform/http/problems.ts';
import type { RequesterDto } from './tickets.dto.ts';

/** The contact that a ticket is asked for by: known by its id, or found or made by an address. @throws Invalid */
export async function requireRequester(contacts: ContactsService, { id, email, name }: RequesterDto): Promise<{ id: string }> {
  if (id === undefined && email === undefined) throw Invalid.field('/requester/email', 'REQUIRED', 'Must be given.');
  if (id !== undefined && email !== undefined) throw Invalid.field('/requester/id', 'INVALID_VALUE', 'Say the id or the address, not both.');
  if (email !== undefined) return contacts.ensure(email, name);
  try {
    return await contacts.require(id!);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw Invalid.field('/requester/id', 'NOT_FOUND', 'Is not a contact here.');
  }
}
