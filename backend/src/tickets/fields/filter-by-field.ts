import type { FilterKind } from '@kontor/contracts/ticket-filter';
import type { FieldKind } from '@kontor/contracts/tickets';
import type { FilterField } from '../filters/filter-field.ts';
import type { Definition } from './fields.queries.ts';

/** How a filter names a field of the workspace's own: `field:room`. */
export const CUSTOM_PREFIX = 'field:';

const FILTERS: Record<FieldKind, { kind: FilterKind; column: string }> = {
  text: { kind: 'text', column: 'v.text_value' },
  integer: { kind: 'number', column: 'v.number_value' },
  decimal: { kind: 'number', column: 'v.number_value' },
  boolean: { kind: 'flag', column: `(v.text_value = 'true')` },
  date: { kind: 'day', column: 'v.date_value' },
  choice: { kind: 'option', column: 'v.text_value' },
  choices: { kind: 'tags', column: 'v.text_value' },
};

/** The field as tickets are filtered by it. */
export function filterField({ id, key, kind }: Pick<Definition, 'id' | 'key' | 'kind'>): FilterField {
  const { kind: asked, column } = FILTERS[kind];
  const rows = { text: 'FROM ticket_field_values v WHERE v.ticket_id = t.id AND v.field_id = ?', values: [id] };
  if (asked === 'tags') return { name: CUSTOM_PREFIX + key, kind: asked, value: { text: `SELECT ${column} ${rows.text}`, values: rows.values } };
  return { name: CUSTOM_PREFIX + key, kind: asked, value: { text: column, values: [] }, rows };
}
