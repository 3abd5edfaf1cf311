import { sql } from '../../platform/database/statement.ts';
import { keysetList } from '../../platform/http/keyset.ts';
import type { CompanyBody } from './company.shape.ts';

const COLUMNS = `k.id, k.name, k.domain, k.note,
  (SELECT count(*) FROM contacts c WHERE c.company_id = k.id AND c.archived_at IS NULL) AS contacts,
  k.archived_at AS "archivedAt", k.version, k.created_at AS "createdAt", k.updated_at AS "updatedAt"`;

export const COMPANY = sql<CompanyBody>(`SELECT ${COLUMNS} FROM companies k WHERE k.id = $1`);
export const LOCK_COMPANY = sql(`SELECT 1 FROM companies k WHERE k.id = $1 FOR NO KEY UPDATE`);

export const COMPANIES = keysetList<CompanyBody>({
  columns: COLUMNS,
  from: 'companies k',
  id: 'k.id',
  sorts: {
    name: { column: 'k.name', type: 'text', value: (row) => row.name },
    createdAt: { column: 'k.created_at', type: 'timestamptz', value: (row) => row.createdAt },
  },
});

export const CREATE_COMPANY = sql(`INSERT INTO companies (id, name, name_key, domain, note) VALUES ($1, $2, $3, $4, $5)`);

export const UPDATE_COMPANY = sql(`
  UPDATE companies SET name = $2, name_key = $3, domain = $4, note = $5, archived_at = $6, updated_at = $7, version = version + 1
  WHERE id = $1`);

export const REMOVE_COMPANY_TERMS = sql(`DELETE FROM company_terms WHERE company_id = $1`);
export const ADD_COMPANY_TERMS = sql(`INSERT INTO company_terms (company_id, term) SELECT $1, unnest($2::text[])`);

/** Makes a company of a name that none has; race-free as `ENSURE_CONTACT` is. */
export const ENSURE_COMPANY = sql<{ id: string }>(`
  INSERT INTO companies (id, name, name_key) VALUES ($1, $2, $3)
  ON CONFLICT (tenant_id, name_key) WHERE archived_at IS NULL DO UPDATE SET name_key = excluded.name_key
  RETURNING id`);
