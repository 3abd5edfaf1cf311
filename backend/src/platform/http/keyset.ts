import { sql, type Statement } from '../database/statement.ts';
import { decodeCursor, encodeCursor, isInstant, page, type PageQuery } from './pagination.ts';
import type { PageOf } from './shapes.ts';

interface Sort<Row> {
  /** Of one row, what the list is ordered by. */
  column: string;
  type: 'timestamptz' | 'bigint' | 'smallint' | 'text';
  value: (row: Row) => string | number;
}

interface ListDefinition<Row, SortName extends string> {
  columns: string;
  from: string;
  /** What is enough to count by; `from` where it is not said. */
  countFrom?: string;
  /** The last key of every order. */
  id: string;
  sorts: Record<SortName, Sort<Row>>;
}

/** A condition with `?` for each of its values. */
export interface Condition {
  text: string;
  values: readonly unknown[];
  /** One of so many texts that no plan is kept for it; it is planned for its values. */
  isAdHoc?: boolean;
}

/** Where the list is asked for: the database of the request. */
interface Source {
  query<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]>;
}

type ListQuery = PageQuery & { sort: string; count?: boolean };

/**
 * A list in stable order, read by keyset: each page begins behind the last row of the page before, by index, however far
 * one has paged. The text of a statement depends on which filters are used, never on their values, so it stays prepared.
 * `leading` are the values of `$1…` in `from`.
 */
export function keysetList<Row extends { id: string }, SortName extends string = string>(list: ListDefinition<Row, SortName>) {
  return async (source: Source, conditions: readonly Condition[], query: ListQuery, leading: readonly unknown[] = []): Promise<PageOf<Row>> => {
    const { sort: sortText } = query;
    const isDescending = sortText.startsWith('-');
    const sort = list.sorts[sortText.replace('-', '') as SortName];
    const after = query.cursor === undefined ? [] : [behind(list.id, sort, isDescending, sortText, query.cursor)];
    const { text, values } = where([...conditions, ...after], leading.length);
    const direction = isDescending ? 'DESC' : 'ASC';
    const statement = conditions.some(({ isAdHoc }) => isAdHoc) ? adHoc : named;
    const limit = atMost(query.limit + 1, leading.length + values.length);
    const rowsAsked = source.query(
      statement<Row>(
        `SELECT ${list.columns} FROM ${list.from}${text} ORDER BY ${sort.column} ${direction}, ${list.id} ${direction} LIMIT ${limit.text}`,
      ),
      [...leading, ...values, ...limit.values],
    );
    const filter = where(conditions, leading.length);
    const countAsked = query.count
      ? source.query(statement<{ count: number }>(`SELECT count(*) AS count FROM ${list.countFrom ?? list.from}${filter.text}`), [...leading, ...filter.values])
      : undefined;
    const [rows, counted] = await Promise.all([rowsAsked, countAsked]);
    return {
      ...page(rows, query.limit, (last) => encodeCursor(sortText, { value: sort.value(last), id: last.id })),
      ...(counted ? { count: counted[0]!.count } : {}),
    };
  };
}

function behind<Row>(id: string, { column, type }: Sort<Row>, isDescending: boolean, sortText: string, cursor: string): Condition {
  const position = decodeCursor(sortText, cursor, (value) => {
    if (type === 'timestamptz') return isInstant(value);
    return type === 'text' ? typeof value === 'string' : typeof value === 'number';
  });
  const values = [position.value, position.id];
  return { text: `(${column}, ${id}) ${isDescending ? '<' : '>'} (?::${type}, ?::uuid)`, values };
}

/** Page sizes that are asked for all the time. */
const USUAL = [25, 50, 100];

/** A usual size stands in the text: of a parameter the planner knows nothing, and so it plans the list anew each time. */
function atMost(rows: number, before: number): Condition {
  return USUAL.includes(rows - 1) ? { text: String(rows), values: [] } : { text: `$${before + 1}`, values: [rows] };
}

/** `WHERE …` of all conditions, numbered behind `before` other parameters; nothing where there are none. */
export function where(conditions: readonly Condition[], before = 0): Condition {
  if (conditions.length === 0) return { text: '', values: [] };
  let number = before;
  const text = conditions.map((condition) => condition.text.replaceAll('?', () => `$${++number}`)).join(' AND ');
  return { text: ` WHERE ${text}`, values: conditions.flatMap(({ values }) => values) };
}

/** Of the many ways to filter a list few are used; the server keeps a plan for each name on every connection. */
const MOST_NAMED = 300;
const statements = new Map<string, Statement<unknown>>();

function adHoc<Row>(text: string): Statement<Row> {
  return { name: '', text };
}

/** One statement a text, so that its name is made once. */
function named<Row>(text: string): Statement<Row> {
  const known = statements.get(text);
  if (known) return known as Statement<Row>;
  if (statements.size >= MOST_NAMED) return adHoc(text);
  const made = sql<Row>(text);
  statements.set(text, made);
  return made;
}
