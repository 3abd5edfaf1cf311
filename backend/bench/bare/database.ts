import pg from 'pg';

const INSTANT = 1184;
const BIGINT = 20;

/** Timestamps stay text, as in Kontor: the answers are the same, and parsing dates would only slow the bare server. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number): ((text: string) => unknown) => {
    if (oid === INSTANT) return (text) => `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
    return oid === BIGINT ? Number : (pg.types.getTypeParser(oid, 'text') as (text: string) => unknown);
  },
};

/** As many connections as Kontor has. `pipeline` sends statements without waiting, as Kontor does; pg does not by default. */
export function openPool(connectionString: string, size: number, pipeline: boolean): pg.Pool {
  return new pg.Pool({ connectionString, types, max: size, options: '-c timezone=UTC', pipeline });
}
