import type { ContactField } from '@kontor/contracts/contacts';
import { sql } from '../platform/database/statement.ts';
import { keysetList } from '../platform/http/keyset.ts';
import type { ContactBody } from './contact.shape.ts';

/** Flat, as the database answers it; `contactBody` gives it its shape. */
export interface ContactRow extends Omit<ContactBody, 'company'> {
  companyId: string | null;
  companyName: string | null;
}

const addresses = (kind: 'email' | 'phone') =>
  `ARRAY(SELECT a.value FROM contact_addresses a WHERE a.contact_id = c.id AND a.kind = '${kind}' ORDER BY a.place)`;

export const CONTACT_COLUMNS = `c.id, c.name, c.email, c.phone, ${addresses('email')} AS emails, ${addresses('phone')} AS phones,
  c.company_id AS "companyId", (SELECT k.name FROM companies k WHERE k.id = c.company_id) AS "companyName",
  c.external_id AS "externalId", c.archived_at AS "archivedAt", c.merged_into AS "mergedInto",
  c.version, c.created_at AS "createdAt", c.updated_at AS "updatedAt"`;

export const CONTACT = sql<ContactRow>(`SELECT ${CONTACT_COLUMNS} FROM contacts c WHERE c.id = $1`);
export const CONTACTS_BY_ID = sql<ContactRow>(`SELECT ${CONTACT_COLUMNS} FROM contacts c WHERE c.id = ANY($1::uuid[]) ORDER BY c.id`);

/** Contacts locked in the order of their ids until the end of the transaction; tickets may still come to refer to them. */
export const LOCK_CONTACTS = sql(`SELECT 1 FROM contacts c WHERE c.id = ANY($1::uuid[]) ORDER BY c.id FOR NO KEY UPDATE`);

/** A contact that stays what it is until the end of the transaction: whoever changes or merges it waits. */
export const HOLD_CONTACT = sql(`SELECT 1 FROM contacts c WHERE c.id = $1 FOR SHARE`);

/** Where the contact with this external id is now: in itself, or in what it has become part of. */
export const CONTACT_BY_EXTERNAL_ID = sql<{ id: string }>(`
  WITH RECURSIVE chain AS (
    SELECT c.id, c.merged_into FROM contacts c WHERE c.external_id = $1
    UNION ALL SELECT c.id, c.merged_into FROM chain JOIN contacts c ON c.id = chain.merged_into)
  SELECT id FROM chain WHERE merged_into IS NULL`);

export const CONTACT_BY_EMAIL = sql<ContactRow>(`
  SELECT ${CONTACT_COLUMNS} FROM contacts c
  WHERE c.id = (SELECT a.contact_id FROM contact_addresses a WHERE a.kind = 'email' AND a.value = $1 AND a.is_live)`);

/** Who has one of these addresses. */
export const CONTACTS_BY_EMAILS = sql<{ id: string }>(`
  SELECT DISTINCT a.contact_id AS id FROM contact_addresses a WHERE a.kind = 'email' AND a.value = ANY($1::text[]) AND a.is_live`);

/** Of that name, without any e-mail address or external id, and with exactly these numbers. */
export const CONTACT_LIKE = sql<{ id: string }>(`
  SELECT c.id FROM contacts c WHERE c.name_key = $1 AND c.archived_at IS NULL AND c.email IS NULL AND c.external_id IS NULL
    AND ARRAY(SELECT a.key FROM contact_addresses a WHERE a.contact_id = c.id AND a.kind = 'phone' ORDER BY a.key) = $2::text[]
  ORDER BY c.id LIMIT 1`);

export const CONTACTS = keysetList<ContactRow>({
  columns: CONTACT_COLUMNS,
  from: 'contacts c',
  id: 'c.id',
  sorts: {
    name: { column: 'c.name', type: 'text', value: (row) => row.name },
    createdAt: { column: 'c.created_at', type: 'timestamptz', value: (row) => row.createdAt },
    updatedAt: { column: 'c.updated_at', type: 'timestamptz', value: (row) => row.updatedAt },
  },
});

/** Without those whose external id is taken: they are changed, not made. */
export const CREATE_CONTACTS = sql<{ id: string }>(`
  INSERT INTO contacts (id, name, name_key, email, phone, company_id, external_id)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[])
  ON CONFLICT (tenant_id, external_id) DO NOTHING RETURNING id`);

export const UPDATE_CONTACT = sql(`
  UPDATE contacts SET name = $2, name_key = $3, email = $4, phone = $5, company_id = $6, external_id = $7, archived_at = $8,
    merged_into = $9, updated_at = $10, version = version + 1
  WHERE id = $1`);

export const REMOVE_ADDRESSES = sql(`DELETE FROM contact_addresses WHERE contact_id = ANY($1::uuid[])`);

/** In their order, the first the primary one. Answers those that were free: an address is one contact's, if that is not archived. */
export const ADD_ADDRESSES = sql<{ contactId: string; value: string }>(`
  INSERT INTO contact_addresses (contact_id, kind, place, value, key, is_live)
  SELECT contact_id, kind, row_number() OVER (PARTITION BY contact_id, kind ORDER BY place) - 1, value, key, $5
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS given (contact_id, kind, value, key, place)
  ON CONFLICT (tenant_id, value) WHERE kind = 'email' AND is_live DO NOTHING RETURNING contact_id AS "contactId", value`);

export const REMOVE_TERMS = sql(`DELETE FROM contact_terms WHERE contact_id = $1`);
export const ADD_TERMS = sql(`INSERT INTO contact_terms (contact_id, term) SELECT * FROM unnest($1::uuid[], $2::text[])`);

export const ADD_CONTACT_CHANGES = sql<{ field: ContactField }>(`
  INSERT INTO contact_changes (contact_id, company_id, field, old_value, new_value, actor_type, actor_id, created_at)
  SELECT $1, $2, field, old_value, new_value, 'user', $6, $7
  FROM unnest($3::text[], $4::text[], $5::text[]) AS noted (field, old_value, new_value)`);

/**
 * Makes a contact for an address that has none. Race-free: the update of nothing locks the address, and whoever comes
 * second adds none. The contact is read by its address in the next statement, which sees what the first has waited for.
 */
export const ENSURE_CONTACT = sql<{ isNew: boolean }>(`
  WITH address AS (
    INSERT INTO contact_addresses (contact_id, kind, place, value, key) VALUES ($1, 'email', 0, $2, $2)
    ON CONFLICT (tenant_id, value) WHERE kind = 'email' AND is_live DO UPDATE SET value = excluded.value
    RETURNING contact_id),
  made AS (
    INSERT INTO contacts (id, name, name_key, email) SELECT contact_id, $3, $4, $2 FROM address WHERE contact_id = $1 RETURNING id),
  found_by AS (
    INSERT INTO contact_terms (contact_id, term) SELECT id, unnest($5::text[]) FROM made)
  SELECT EXISTS (SELECT 1 FROM made) AS "isNew"`);

export function contactBody({ companyId, companyName, ...row }: ContactRow): ContactBody {
  return { ...row, company: companyId === null ? null : { id: companyId, name: companyName ?? '' } };
}
