import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { Events } from '../platform/events/events.ts';
import { onConstraint } from '../platform/http/constraints.ts';
import type { Condition } from '../platform/http/keyset.ts';
import { Conflict, NotFound } from '../platform/http/problems.ts';
import type { PageOf } from '../platform/http/shapes.ts';
import type { ContactBody } from './contact.shape.ts';
import type { ContactQuery, CreateContactDto } from './contacts.dto.ts';
import { CONTACT, CONTACTS, CREATE_CONTACT, ENSURE_CONTACT } from './contacts.queries.ts';

onConstraint(
  'contacts_email_taken',
  () =>
    new Conflict('There is a contact with this address already.', 'CONFLICT', {
      errors: [{ pointer: '/email', code: 'TAKEN', message: 'Belongs to another contact.' }],
    }),
);

/** The people outside: who asks, orders and eats. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  list(query: ContactQuery): Promise<PageOf<ContactBody>> {
    const conditions: Condition[] = query.email ? [{ text: 'c.email = ?', values: [query.email] }] : [];
    return CONTACTS(this.database, conditions, query);
  }

  async read(id: string): Promise<ContactBody> {
    const contact = await this.database.one(CONTACT, [id]);
    if (!contact) throw new NotFound();
    return contact;
  }

  async create({ name, email, phone }: CreateContactDto): Promise<ContactBody> {
    const contact = (await this.database.one(CREATE_CONTACT, [name, email ?? null, phone ?? null]))!;
    this.events.append({ channel: 'contacts:updates', type: 'contact_created', data: contact });
    return contact;
  }

  /** The contact with this address; where there is none yet, a new one, named after the address if need be. */
  async ensure(email: string, name?: string): Promise<ContactBody> {
    const { isNew, ...contact } = (await this.database.one(ENSURE_CONTACT, [name ?? email.split('@')[0], email]))!;
    if (isNew) this.events.append({ channel: 'contacts:updates', type: 'contact_created', data: contact });
    return contact;
  }
}
