import { sql } from '../../platform/database/statement.ts';
import type { ContactState } from '../contact-state.ts';
import type { DuplicateRow } from './duplicate.shape.ts';
import type { Moved } from './contact-merging.ts';

export const ADD_MERGE = sql(`
  INSERT INTO contact_merges (source_id, target_id, source_before, target_before, target_after, moved, merged_by, merged_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`);

export interface MergeRow {
  id: string;
  targetId: string;
  source: ContactState;
  before: ContactState;
  after: ContactState;
  moved: Moved;
}

/** The merge by which a contact has become part of another, locked: who undoes it second finds it undone. */
export const STANDING_MERGE = sql<MergeRow>(`
  SELECT m.id, m.target_id AS "targetId", m.source_before AS source, m.target_before AS before, m.target_after AS after, m.moved
  FROM contact_merges m WHERE m.source_id = $1 AND m.undone_at IS NULL FOR UPDATE`);

export const UNDO_MERGE = sql(`UPDATE contact_merges SET undone_at = $2 WHERE id = $1`);

/** Without any other change: an id moves between the two in steps, since it is nobody's twice. */
export const SET_EXTERNAL_ID = sql(`UPDATE contacts SET external_id = $2 WHERE id = $1`);

const side = (alias: string, prefix: string) => `${alias}.id AS "${prefix}Id", ${alias}.name AS "${prefix}Name", ${alias}.email AS "${prefix}Email",
  ${alias}.phone AS "${prefix}Phone", (SELECT k.name FROM companies k WHERE k.id = ${alias}.company_id) AS "${prefix}Company"`;

/** Pairs of one name, or of one number that is no exchange of many. `which` picks the first of the pair. */
const pairs = (which: string, order: '>' | '<>') => sql<DuplicateRow>(`
  SELECT pair.reason, ${side('c', 'contact')}, ${side('d', 'other')}
  FROM (
    SELECT one, another, min(reason) AS reason FROM (
      (SELECT a.id AS one, b.id AS another, 'name' AS reason
        FROM contacts a JOIN contacts b ON b.name_key = a.name_key AND b.id ${order} a.id AND b.archived_at IS NULL
        WHERE a.archived_at IS NULL AND a.name_key <> ''${which.replace('?', 'a.id')} ORDER BY a.id DESC LIMIT 100)
      UNION ALL
      (SELECT a.contact_id, b.contact_id, 'phone'
        FROM contact_addresses a JOIN contact_addresses b ON b.kind = 'phone' AND b.key = a.key AND b.contact_id ${order} a.contact_id AND b.is_live
        WHERE a.kind = 'phone' AND a.is_live AND length(a.key) >= 6${which.replace('?', 'a.contact_id')}
          AND (SELECT count(*) FROM contact_addresses o WHERE o.kind = 'phone' AND o.key = a.key AND o.is_live) <= 3
        ORDER BY a.contact_id DESC LIMIT 100)) AS alike
    GROUP BY one, another ORDER BY min(reason), one DESC, another LIMIT 100) AS pair
  JOIN contacts c ON c.id = pair.one JOIN contacts d ON d.id = pair.another
  ORDER BY pair.reason, c.id DESC, d.id`);

export const DUPLICATES = pairs('', '>');
export const DUPLICATES_OF = pairs(' AND ? = $1', '<>');
