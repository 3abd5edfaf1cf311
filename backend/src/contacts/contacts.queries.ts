import { sql } from '../platform/database/statement.ts';
import { keysetList } from '../platform/http/keyset.ts';
import type { ContactBody } from './contact.shape.ts';

const COLUMNS = 'c.id, c.name, c.email, c.phone, c.version, c.created_at AS "createdAt", c.updated_at AS "updatedAt"';

export const CONTACT = sql<ContactBody>(`SELECT ${COLUMNS} FROM contacts c WHERE c.id = $1`);

export const CONTACTS = keysetList<ContactBody>({
  columns: COLUMNS,
  from: 'contacts c',
  id: 'c.id',
  sorts: {
    name: { column: 'c.name', type: 'text', value: (row) => row.name },
    createdAt: { column: 'c.created_at', type: 'timestamptz', value: (row) => row.createdAt },
  },
});

export const CREATE_CONTACT = sql<ContactBody>(`
  INSERT INTO contacts AS c (name, email, phone) VALUES ($1, $2, $3) RETURNING ${COLUMNS}`);

/** The contact with this address, made where there is none: race-free, since the update of nothing locks the row. */
export const ENSURE_CONTACT = sql<ContactBody & { isNew: boolean }>(`
  INSERT INTO contacts AS c (name, email) VALUES ($1, $2)
  ON CONFLICT (tenant_id, email) DO UPDATE SET email = excluded.email
  RETURNING ${COLUMNS}, xmax = 0 AS "isNew"`);
