import { call } from '../../../lib/api.ts';
import { ApiProblem } from '../../../lib/problem.ts';

/** The company of a name as it was typed: none, one that is there, or a new one. */
export async function companyOf(name: string, tenant: string): Promise<string | null> {
  if (!name) return null;
  const known = await find(name);
  if (known) return known;
  try {
    return (await call('POST', '/companies', { body: { name }, tenant })).id;
  } catch (error) {
    // Somebody else was quicker, or writes the name another way.
    const found = error instanceof ApiProblem && error.problem.code === 'CONFLICT' ? await find(name) : undefined;
    if (found) return found;
    throw error;
  }
}

async function find(name: string): Promise<string | undefined> {
  const { items } = await call('GET', '/companies', { query: { q: name.slice(0, 200), limit: 100 } });
  const wanted = name.toLocaleLowerCase();
  return items.find((company) => company.name.toLocaleLowerCase() === wanted)?.id;
}
