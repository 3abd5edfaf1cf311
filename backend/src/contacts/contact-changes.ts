import { Injectable } from '@nestjs/common';
import type { ContactField } from '@kontor/contracts/contacts';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../platform/clock.ts';
import { currentActor } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { Events } from '../platform/events/events.ts';
import { onConstraint } from '../platform/http/constraints.ts';
import { Conflict, Invalid, NotFound } from '../platform/http/problems.ts';
import { checkVersion } from '../platform/http/versions.ts';
import { contactEvent, type ContactEventType } from './contact.events.ts';
import type { ContactBody } from './contact.shape.ts';
import { contactChanges, stateOf, type ContactChange, type ContactState } from './contact-state.ts';
import {
  ADD_ADDRESSES,
  ADD_CONTACT_CHANGES,
  ADD_TERMS,
  CONTACT,
  contactBody,
  CONTACTS_BY_ID,
  CREATE_CONTACTS,
  LOCK_CONTACTS,
  REMOVE_ADDRESSES,
  REMOVE_TERMS,
  UPDATE_CONTACT,
} from './contacts.queries.ts';
import { contactTerms, digitsOf, nameKey } from './search-terms.ts';

onConstraint('contacts_company', () => Invalid.field('/companyId', 'NOT_FOUND', 'Is not a company here.'));
onConstraint('contacts_external_id_taken', () => externalIdTaken());

/** After these a contact's addresses are others, or are free for others. */
const MOVES_ADDRESSES: readonly ContactField[] = ['emails', 'phones', 'archived', 'merge'];

/** Where a contact stands besides what it is made of. */
interface Standing {
  archivedAt: string | null;
  mergedInto: string | null;
}

/** How a contact changes: locked, checked, saved with its addresses, search terms and history, and told. */
@Injectable()
export class ContactChanges {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The moment of a change. */
  now(): string {
    return this.clock.now().toISOString();
  }

  /** @throws NotFound */
  async read(id: string): Promise<ContactBody> {
    const contact = await this.database.one(CONTACT, [id]);
    if (!contact) throw new NotFound();
    return contactBody(contact);
  }

  /** The contact locked until the end. @throws NotFound, ProblemError VERSION_MISMATCH */
  async lock(id: string, seen: number | undefined): Promise<ContactBody> {
    // Read by the statement after the one that may have waited: only that one sees the addresses as they are now.
    const [, contact] = await Promise.all([this.database.query(LOCK_CONTACTS, [[id]]), this.read(id)]);
    await checkVersion(seen, contact.version, () => Promise.resolve(contact));
    return contact;
  }

  /** Locks a contact that may still be changed. @throws NotFound, ProblemError VERSION_MISMATCH, Conflict */
  async lockForEditing(id: string, seen: number | undefined): Promise<ContactBody> {
    const contact = await this.lock(id, seen);
    if (contact.archivedAt !== null) throw new Conflict('An archived contact cannot be changed. Restore it first.');
    return contact;
  }

  /** A new contact, or undefined where its external id is taken. `pointer` is where a taken address is told at. */
  async create(state: ContactState, pointer?: string): Promise<ContactBody | undefined> {
    return (await this.createAll([state], pointer))[0];
  }

  /** New contacts but those whose external id is taken. @throws Conflict where an address of any is another contact's. */
  async createAll(states: readonly ContactState[], pointer?: string): Promise<ContactBody[]> {
    const given = states.map((state) => ({ ...state, id: uuidv7() }));
    const column = <Value>(of: (state: (typeof given)[number]) => Value) => given.map(of);
    const made = await this.database.query(CREATE_CONTACTS, [
      column(({ id }) => id),
      column(({ name }) => name),
      column(({ name }) => nameKey(name)),
      column(({ emails }) => emails[0] ?? null),
      column(({ phones }) => phones[0] ?? null),
      column(({ companyId }) => companyId),
      column(({ externalId }) => externalId),
    ]);
    const ids = new Set(made.map(({ id }) => id));
    if (ids.size === 0) return [];
    const written = given.filter(({ id }) => ids.has(id));
    const [free, , rows] = await Promise.all([this.#addAddresses(written, true), this.#addTerms(written), this.database.query(CONTACTS_BY_ID, [[...ids]])]);
    for (const { id, emails } of written) requireAll(emails, free.get(id) ?? NONE, pointer);
    const contacts = rows.map(contactBody);
    for (const contact of contacts) this.tell('contact_created', contact);
    return contacts;
  }

  /** Saves what changed with its history and tells it; where nothing changed, nothing is told. */
  async save(before: ContactBody, state: ContactState): Promise<ContactBody> {
    const changes = contactChanges(stateOf(before), state);
    if (changes.length === 0) return before;
    const contact = await this.write(before.id, state, before, changes);
    this.events.append(contactEvent('contact_updated', contact));
    return contact;
  }

  /** Archives, or restores where `archivedAt` is null. */
  async archive(before: ContactBody, archivedAt: string | null): Promise<ContactBody> {
    const changes: ContactChange[] = [{ field: 'archived', from: before.archivedAt, to: archivedAt }];
    const contact = await this.write(before.id, stateOf(before), { archivedAt, mergedInto: null }, changes);
    this.tell(archivedAt === null ? 'contact_restored' : 'contact_archived', contact);
    return contact;
  }

  tell(type: ContactEventType, contact: ContactBody, besides?: object): void {
    this.events.append(contactEvent(type, contact, besides));
  }

  /** Writes all of a contact anew and answers it. @throws Conflict where an address is another contact's. */
  async write(id: string, state: ContactState, { archivedAt, mergedInto }: Standing, changes: ContactChange[]): Promise<ContactBody> {
    const { name, emails, phones, companyId, externalId } = state;
    const row = [id, name, nameKey(name), emails[0] ?? null, phones[0] ?? null, companyId, externalId, archivedAt, mergedInto, this.now()];
    // Only where they may be others: with them all tickets of the contact are found anew.
    const keepsAddresses = !changes.some(({ field }) => MOVES_ADDRESSES.includes(field));
    const [, free, , , , contact] = await Promise.all([
      this.database.query(UPDATE_CONTACT, row),
      keepsAddresses ? new Set(emails) : this.#replaceAddresses({ ...state, id }, archivedAt === null),
      this.database.query(REMOVE_TERMS, [id]),
      this.#addTerms([{ ...state, id }]),
      this.note({ contactId: id }, changes),
      this.read(id),
    ]);
    requireAll(emails, free);
    return contact;
  }

  /** Adds to the history of a contact or company. */
  async note({ contactId = null, companyId = null }: { contactId?: string | null; companyId?: string | null }, changes: readonly ContactChange[]): Promise<void> {
    await this.database.query(ADD_CONTACT_CHANGES, [
      contactId,
      companyId,
      changes.map(({ field }) => field),
      changes.map(({ from }) => from),
      changes.map(({ to }) => to),
      currentActor().userId,
      this.now(),
    ]);
  }

  async #replaceAddresses(contact: Identified, isLive: boolean): Promise<ReadonlySet<string>> {
    const [, free] = await Promise.all([this.database.query(REMOVE_ADDRESSES, [[contact.id]]), this.#addAddresses([contact], isLive)]);
    return free.get(contact.id) ?? NONE;
  }

  /** Those that were free, by contact. */
  async #addAddresses(contacts: readonly Identified[], isLive: boolean): Promise<Map<string, Set<string>>> {
    const addresses = contacts.flatMap(({ id, emails, phones }) => [
      ...emails.map((value) => ({ id, kind: 'email', value, key: value })),
      ...phones.map((value) => ({ id, kind: 'phone', value, key: digitsOf(value) })),
    ]);
    const rows = await this.database.query(ADD_ADDRESSES, [
      addresses.map(({ id }) => id),
      addresses.map(({ kind }) => kind),
      addresses.map(({ value }) => value),
      addresses.map(({ key }) => key),
      isLive,
    ]);
    const free = new Map<string, Set<string>>();
    for (const { contactId, value } of rows) free.set(contactId, (free.get(contactId) ?? new Set()).add(value));
    return free;
  }

  async #addTerms(contacts: readonly Identified[]): Promise<void> {
    const terms = contacts.flatMap((contact) => contactTerms(contact).map((term) => ({ id: contact.id, term })));
    await this.database.query(ADD_TERMS, [terms.map(({ id }) => id), terms.map(({ term }) => term)]);
  }
}

type Identified = ContactState & { id: string };
const NONE: ReadonlySet<string> = new Set();

/** @throws Conflict naming each address that is another contact's. */
function requireAll(emails: readonly string[], free: ReadonlySet<string>, pointer?: string): void {
  const errors = emails.flatMap((email, place) =>
    free.has(email) ? [] : [{ pointer: pointer ?? `/emails/${place}`, code: 'TAKEN' as const, message: 'Belongs to another contact.' }],
  );
  if (errors.length > 0) throw new Conflict('There is a contact with this address already.', 'CONFLICT', { errors });
}

export function externalIdTaken(): Conflict {
  return new Conflict('There is a contact with this external id already.', 'CONFLICT', {
    errors: [{ pointer: '/externalId', code: 'TAKEN', message: 'Belongs to another contact.' }],
  });
}
