import { createHash } from 'node:crypto';

/** SQL that is parsed and planned once a connection. `Row` is what one row of its answer looks like. */
export interface Statement<Row> {
  /** Empty where it is not worth keeping: then it is parsed each time. */
  readonly name: string;
  readonly text: string;
  /** Never set: carries the type of a row. */
  readonly row?: Row;
}

/** A prepared statement with `$1…` parameters. Statements with the same text share one name. */
export function sql<Row = unknown>(text: string): Statement<Row> {
  return Object.freeze({ name: createHash('sha1').update(text).digest('base64url'), text });
}
