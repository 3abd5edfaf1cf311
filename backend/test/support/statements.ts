import pg from 'pg';
import { requestContext } from '../../src/platform/context.ts';

export interface Asked {
  text: string;
  values: unknown[];
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/**
 * Notes every statement of requests that leaves this process by a pooled connection while `work` runs; with `all` also
 * those of jobs and of whatever else looks for work meanwhile.
 */
export async function statementsOf(work: () => Promise<unknown>, { all = false } = {}): Promise<Asked[]> {
  const asked: Asked[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function (...args) {
    const [first, values] = args as [string | { text?: string; values?: unknown[] }, unknown];
    const text = typeof first === 'string' ? first : (first.text ?? '');
    const { application_name: name } = (this as unknown as { connectionParameters: { application_name?: string } }).connectionParameters;
    const isAsked = name === 'kontor' && (all || requestContext.getStore()?.address);
    if (isAsked) asked.push({ text, values: (typeof first === 'string' ? undefined : first.values) ?? (Array.isArray(values) ? values : []) });
    return query.apply(this, args);
  };
  try {
    await work();
    return asked;
  } finally {
    prototype.query = query;
  }
}
