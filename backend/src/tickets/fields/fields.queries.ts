import type { FieldKind } from '@kontor/contracts/tickets';
import { sql } from '../../platform/database/statement.ts';
import type { FieldBody } from './field.shape.ts';

const COLUMNS = `f.id, f.key, f.label, f.kind, f.options, f.required_to_solve AS "requiredToSolve", f.position, f.version,
  f.created_at AS "createdAt", f.updated_at AS "updatedAt", f.archived_at AS "archivedAt"`;

export const FIELDS = sql<FieldBody>(`SELECT ${COLUMNS} FROM ticket_fields f ORDER BY f.position, f.id`);
export const FIELD = sql<FieldBody>(`SELECT ${COLUMNS} FROM ticket_fields f WHERE f.id = $1`);

/** Fields of a tenant are made and ordered one after the other. */
export const STAND_IN_LINE = sql(`SELECT pg_advisory_xact_lock(hashtextextended('kontor fields ' || current_setting('kontor.tenant'), 0))`);

export const CREATE_FIELD = sql<FieldBody>(`
  INSERT INTO ticket_fields AS f (key, label, kind, options, required_to_solve, position)
  SELECT $1, $2, $3, $4::text[], $5, coalesce(max(present.position), 0) + 1 FROM ticket_fields present
  RETURNING ${COLUMNS}`);

export const CHANGE_FIELD = sql(`
  UPDATE ticket_fields SET label = $2, options = $3::text[], required_to_solve = $4, archived_at = $5::timestamptz,
    updated_at = $6::timestamptz, version = version + 1 WHERE id = $1`);

/** Gives each field the place of its id among the ids. */
export const ORDER_FIELDS = sql(`
  UPDATE ticket_fields f SET position = placed.position, version = f.version + 1
  FROM unnest($1::uuid[]) WITH ORDINALITY AS placed (id, position)
  WHERE f.id = placed.id AND f.position <> placed.position`);

/** What is needed of a field to check values. */
export interface Definition {
  id: string;
  key: string;
  label: string;
  kind: FieldKind;
  options: string[];
  requiredToSolve: boolean;
}

export const ACTIVE_FIELDS = sql<Definition>(`
  SELECT f.id, f.key, f.label, f.kind, f.options, f.required_to_solve AS "requiredToSolve" FROM ticket_fields f
  WHERE f.archived_at IS NULL ORDER BY f.position, f.id`);

/** Also archived ones: what was told of a ticket can be looked for. */
export const FIELDS_BY_KEY = sql<Pick<Definition, 'id' | 'key' | 'kind' | 'options'>>(`
  SELECT f.id, f.key, f.kind, f.options FROM ticket_fields f WHERE f.key = ANY($1::text[])`);

export const SET_FIELDS = sql('UPDATE tickets SET fields = $2::jsonb WHERE id = $1');

export const CLEAR_VALUES = sql('DELETE FROM ticket_field_values WHERE ticket_id = $1 AND field_id = ANY($2::uuid[])');

export const ADD_VALUES = sql(`
  INSERT INTO ticket_field_values (ticket_id, field_id, place, text_value, date_value, number_value)
  SELECT $1, given.* FROM unnest($2::uuid[], $3::smallint[], $4::text[], $5::date[], $6::numeric[]) AS given`);
