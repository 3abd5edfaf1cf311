import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../platform/database/database.ts';
import type { Condition } from '../platform/http/keyset.ts';
import { Conflict, Invalid, NotFound } from '../platform/http/problems.ts';
import type { PageOf } from '../platform/http/shapes.ts';
import { ContactChanges, externalIdTaken } from './contact-changes.ts';
import { stateOf, type ContactState } from './contact-state.ts';
import type { ContactBody } from './contact.shape.ts';
import type { ContactQuery, CreateContactDto, PutContactDto, UpdateContactDto } from './contacts.dto.ts';
import { CONTACT_BY_EMAIL, CONTACT_BY_EXTERNAL_ID, contactBody, CONTACT_LIKE, CONTACTS, CONTACTS_BY_EMAILS, ENSURE_CONTACT, HOLD_CONTACT } from './contacts.queries.ts';
import { contactsBeginning, contactTerms, digitsOf, nameKey, soughtTerms } from './search-terms.ts';

/** The people outside: who asks, orders and eats. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    private readonly changes: ContactChanges,
  ) {}

  async list(query: ContactQuery): Promise<PageOf<ContactBody>> {
    const page = await CONTACTS(this.database, contactConditions(query), query);
    return { ...page, items: page.items.map(contactBody) };
  }

  read(id: string): Promise<ContactBody> {
    return this.changes.read(id);
  }

  async create({ name, email, phone, emails, phones, companyId = null, externalId = null }: CreateContactDto): Promise<ContactBody> {
    const clash = [email && emails && '/email', phone && phones && '/phone'].find((pointer) => pointer);
    if (clash) throw Invalid.field(clash, 'INVALID_VALUE', 'Say it here or in the list, not both.');
    const state = { name, emails: emails ?? (email ? [email] : []), phones: phones ?? (phone ? [phone] : []), companyId, externalId };
    const contact = await this.changes.create(state, email ? '/email' : undefined);
    if (!contact) throw externalIdTaken();
    return contact;
  }

  /** New contacts but those whose external id is taken. @throws Conflict where an address of any is another contact's. */
  createAll(states: readonly ContactState[]): Promise<ContactBody[]> {
    return this.changes.createAll(states);
  }

  async update(id: string, { name, emails, phones, companyId, externalId }: UpdateContactDto, seen: number | undefined): Promise<ContactBody> {
    const before = await this.changes.lockForEditing(id, seen);
    const state = stateOf(before);
    return this.changes.save(before, {
      name: name ?? state.name,
      emails: emails ?? state.emails,
      phones: phones ?? state.phones,
      companyId: companyId === undefined ? state.companyId : companyId,
      externalId: externalId === undefined ? state.externalId : externalId,
    });
  }

  /**
   * Makes the contact with this external id what is given, or a new one: however many do so at once, it is one contact.
   * What was merged since is found in what it has become part of.
   */
  async put(externalId: string, { name, emails = [], phones = [], companyId = null }: PutContactDto): Promise<{ contact: ContactBody; isNew: boolean }> {
    const state = { name, emails, phones, companyId };
    const known = await this.#idOf(externalId);
    const made = known === undefined ? await this.changes.create({ ...state, externalId }) : undefined;
    if (made) return { contact: made, isNew: true };
    const found = await this.changes.lock(known ?? (await this.#idOf(externalId))!, undefined);
    const before = found.archivedAt === null ? found : await this.changes.archive(found, null);
    return { contact: await this.changes.save(before, { ...state, externalId: before.externalId }), isNew: false };
  }

  /**
   * Takes in a record of another source: known by its external id, else by an address, else by name and numbers alone. What
   * is known is added to and never emptied, so that the same record taken in again changes nothing.
   * @param isNew where the caller has just seen that there is none
   * @throws Conflict where its addresses belong to several contacts
   */
  async upsert(record: ContactState, isNew = false): Promise<{ contact: ContactBody; outcome: 'created' | 'updated' | 'unchanged' }> {
    const known = isNew ? undefined : await this.#idLike(record);
    const made = known === undefined ? await this.changes.create(record) : undefined;
    if (made) return { contact: made, outcome: 'created' };
    const before = await this.changes.lockForEditing(known ?? (await this.#idLike(record))!, undefined);
    const contact = await this.changes.save(before, {
      name: record.name,
      emails: [...new Set([...before.emails, ...record.emails])],
      phones: [...new Set([...before.phones, ...record.phones])],
      companyId: record.companyId ?? before.company?.id ?? null,
      externalId: before.externalId ?? record.externalId,
    });
    return { contact, outcome: contact === before ? 'unchanged' : 'updated' };
  }

  /** True where `upsert` would find a contact for the record. */
  async isKnown(record: ContactState): Promise<boolean> {
    return (await this.#idLike(record)) !== undefined;
  }

  /** Its addresses are free for others from then on; its tickets stay. */
  async archive(id: string, seen: number | undefined): Promise<ContactBody> {
    const before = await this.changes.lock(id, seen);
    return before.archivedAt === null ? this.changes.archive(before, this.changes.now()) : before;
  }

  /** @throws Conflict where an address has become another contact's, or the contact is part of another. */
  async restore(id: string, seen: number | undefined): Promise<ContactBody> {
    const before = await this.changes.lock(id, seen);
    if (before.mergedInto !== null) throw new Conflict('It has become part of another contact: undo the merge.');
    return before.archivedAt === null ? before : this.changes.archive(before, null);
  }

  /** The contact with this address; where there is none yet, a new one, named after the address if need be. */
  async ensure(email: string, name = email.split('@')[0]!): Promise<ContactBody> {
    const terms = contactTerms({ name, emails: [email], phones: [] });
    const [[ensured], row] = await Promise.all([
      this.database.query(ENSURE_CONTACT, [uuidv7(), email, name, nameKey(name), terms]),
      this.database.one(CONTACT_BY_EMAIL, [email]),
    ]);
    const contact = contactBody(row!);
    if (ensured!.isNew) this.changes.tell('contact_created', contact);
    return contact;
  }

  /** A contact that stays as it is until the end of the transaction. @throws NotFound also for an archived one. */
  async require(id: string): Promise<ContactBody> {
    const [, contact] = await Promise.all([this.database.query(HOLD_CONTACT, [id]), this.read(id)]);
    if (contact.archivedAt !== null) throw new NotFound();
    return contact;
  }

  async #idLike({ name, emails, phones, externalId }: ContactState): Promise<string | undefined> {
    const byExternalId = externalId === null ? undefined : await this.#idOf(externalId);
    if (byExternalId !== undefined) return byExternalId;
    const byEmail = emails.length === 0 ? [] : await this.database.query(CONTACTS_BY_EMAILS, [emails]);
    if (byEmail.length > 1) throw new Conflict('These addresses belong to several contacts.');
    if (byEmail[0] || emails.length > 0 || externalId !== null) return byEmail[0]?.id;
    return (await this.database.one(CONTACT_LIKE, [nameKey(name), phones.map(digitsOf).toSorted()]))?.id;
  }

  async #idOf(externalId: string): Promise<string | undefined> {
    return (await this.database.one(CONTACT_BY_EXTERNAL_ID, [externalId]))?.id;
  }
}

function contactConditions({ q, email, externalId, company, mergedInto, archived = mergedInto !== undefined }: ContactQuery): Condition[] {
  const conditions: Condition[] = [{ text: `c.archived_at IS ${archived ? 'NOT NULL' : 'NULL'}`, values: [] }];
  if (q !== undefined) conditions.push(...soughtConditions(q));
  if (email) conditions.push({ text: `c.id IN (SELECT a.contact_id FROM contact_addresses a WHERE a.kind = 'email' AND a.key = ?)`, values: [email] });
  if (externalId) conditions.push({ text: 'c.external_id = ?', values: [externalId] });
  if (mergedInto) conditions.push({ text: 'c.merged_into = ?', values: [mergedInto] });
  if (company) conditions.push({ text: 'c.company_id = ?', values: [company] });
  return conditions;
}

/** A text without a letter or digit finds nobody. */
function soughtConditions(q: string): Condition[] {
  const terms = soughtTerms(q);
  return terms.length === 0 ? [{ text: 'false', values: [] }] : terms.map(contactsBeginning);
}
