import { FILTER_OPS, FILTER_VALUES, isGroup, partsOf, type FilterCondition, type FilterKind, type FilterOp, type TicketFilter } from '@kontor/contracts/ticket-filter';
import type { SearchParams } from '../filters.ts';

type Match = 'all' | 'any';

export interface BuilderRow {
  field: string;
  op: FilterOp;
  values: readonly string[];
}

export interface BuilderGroup {
  match: Match;
  rows: readonly BuilderRow[];
}

/** What the form holds: groups of conditions, all or any of which are to hold. */
export interface Builder {
  match: Match;
  groups: readonly BuilderGroup[];
}

export const NEW_ROW: BuilderRow = { field: 'status', op: 'is', values: [] };
const NEW_GROUP: BuilderGroup = { match: 'all', rows: [NEW_ROW] };
const MOST_GROUPS = 5;
const MOST_ROWS = 8;

function rowOf({ field, op, value }: FilterCondition): BuilderRow {
  return { field, op, values: value === undefined ? [] : [value].flat().map(String) };
}

/** The form of a filter; undefined for one that is nested more deeply than the form can show. */
export function builderOf(filter: TicketFilter | undefined): Builder | undefined {
  if (!filter) return { match: 'all', groups: [NEW_GROUP] };
  if (!isGroup(filter)) return { match: 'all', groups: [{ match: 'all', rows: [rowOf(filter)] }] };
  const match = 'all' in filter ? 'all' : 'any';
  const groups: BuilderGroup[] = [];
  const single = partsOf(filter).flatMap((part) => (isGroup(part) ? [] : [rowOf(part)]));
  if (single.length > 0) groups.push({ match, rows: single });
  for (const part of partsOf(filter)) {
    if (!isGroup(part)) continue;
    const rows = partsOf(part).flatMap((one) => (isGroup(one) ? [] : [rowOf(one)]));
    if (rows.length < partsOf(part).length) return undefined;
    groups.push({ match: 'all' in part ? 'all' : 'any', rows });
  }
  // Of a single group its own word says it all.
  return { match: groups.length === 1 ? 'all' : match, groups };
}

function list(value: string | string[] | undefined): string[] {
  return [value ?? []].flat();
}

/** The form as it was sent, with what its button asked for; undefined where the address holds none. */
export function sentBuilder(params: SearchParams, kinds: ReadonlyMap<string, FilterKind>): Builder | undefined {
  if (params['f0.0'] === undefined) return undefined;
  const groups: BuilderGroup[] = [];
  for (let g = 0; g < MOST_GROUPS && params[`f${g}.0`] !== undefined; g += 1) {
    const rows: BuilderRow[] = [];
    for (let r = 0; r < MOST_ROWS && params[`f${g}.${r}`] !== undefined; r += 1) rows.push(sentRow(params, `${g}.${r}`, kinds));
    groups.push({ match: params[`m${g}`] === 'any' ? 'any' : 'all', rows });
  }
  return done({ match: params['match'] === 'any' ? 'any' : 'all', groups }, list(params['do'])[0] ?? '');
}

/** A field that was changed keeps no operation and no value of the one before. */
function sentRow(params: SearchParams, at: string, kinds: ReadonlyMap<string, FilterKind>): BuilderRow {
  const field = list(params[`f${at}`])[0] ?? '';
  const ops: readonly FilterOp[] = FILTER_OPS[kinds.get(field) ?? 'choice'];
  const op = ops.find((one) => one === params[`o${at}`]) ?? ops[0]!;
  const isSame = params[`was${at}`] === `${field} ${FILTER_VALUES[op]}`;
  return { field, op, values: isSame ? list(params[`v${at}`]).filter(Boolean) : [] };
}

function done(builder: Builder, asked: string): Builder {
  const [verb, at = ''] = asked.split('-');
  const [group, row] = at.split('.').map(Number);
  if (verb === 'group') return { ...builder, groups: [...builder.groups, NEW_GROUP].slice(0, MOST_GROUPS) };
  const changed = builder.groups.map((one, g) => {
    if (g !== group) return one;
    if (verb === 'add') return { ...one, rows: [...one.rows, NEW_ROW].slice(0, MOST_ROWS) };
    return verb === 'drop' ? { ...one, rows: one.rows.filter((_, r) => r !== row) } : one;
  });
  const kept = changed.filter(({ rows }) => rows.length > 0);
  return { ...builder, groups: kept.length > 0 ? kept : [NEW_GROUP] };
}

/** The filter of the form, without conditions that say nothing yet; undefined where none says anything. */
export function filterOf({ match, groups }: Builder): TicketFilter | undefined {
  const parts = groups.flatMap((group): TicketFilter[] => {
    const conditions = group.rows.flatMap(conditionOf);
    return conditions.length > 0 ? [joined(group.match, conditions)] : [];
  });
  return parts.length > 0 ? joined(match, parts) : undefined;
}

function joined(match: Match, parts: readonly TicketFilter[]): TicketFilter {
  if (parts.length === 1) return parts[0]!;
  return match === 'all' ? { all: parts } : { any: parts };
}

function conditionOf({ field, op, values }: BuilderRow): FilterCondition[] {
  const [first] = values;
  switch (FILTER_VALUES[op]) {
    case 'nothing':
      return [{ field, op }];
    case 'list': {
      const all = [...new Set(values.flatMap((value) => value.split(',')).map((value) => value.trim()))].filter(Boolean).slice(0, 20);
      return all.length > 0 ? [{ field, op, value: all }] : [];
    }
    case 'number':
    case 'days':
      return first !== undefined && Number.isFinite(Number(first)) ? [{ field, op, value: Number(first) }] : [];
    case 'text':
    case 'moment':
      return first ? [{ field, op, value: first }] : [];
  }
}
