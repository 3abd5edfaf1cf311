import { Failure } from '../../../tools/lib/failure.ts';
import { printHttp } from '../report/tables.ts';
import { CONNECTIONS, get, requestsOf } from './requests.ts';
import { httpRounds, middle } from './rounds.ts';
import { searchesIn } from './searches.ts';
import type { Stage } from './stage.ts';

/** Kontor's search to its own plain list: words of every kind, the best matches first as the tickets page asks for them. */
export async function measureSearch(stage: Stage): Promise<{ p95Ratio: number }> {
  const { kontor, seeded } = stage;
  const searches = searchesIn(seeded.texts, seeded.perTenant);
  const people = seeded.people.slice(0, CONNECTIONS);
  const pathsOf = (place: number) => searches(place).map((words) => `/tickets?q=${encodeURIComponent(words)}&sort=-relevance&limit=25`);
  await requireFound(stage, pathsOf(0));
  const connections = people.map((person, place) => pathsOf(place).map((path) => get(person, path)));
  const pairs = await httpRounds(stage, { server: kontor, connections }, { server: kontor, connections: requestsOf('list', seeded) });
  printHttp('search', ['search', 'list'], pairs);
  const p95Ratio = middle(pairs, ({ ours, theirs }) => ours.p95 / theirs.p95);
  console.log(`  p95        ${p95Ratio.toFixed(2)} times that of the list`);
  return { p95Ratio };
}

/** @throws Failure for words that are on no ticket: to find nothing is quick. */
async function requireFound({ kontor, seeded }: Stage, paths: string[]): Promise<void> {
  const headers = { authorization: `Bearer ${seeded.people[0]!.token}` };
  for (const path of paths) {
    const answer = await fetch(`http://127.0.0.1:${kontor.port}/api/v1${path}`, { headers });
    const { items } = (await answer.json()) as { items?: unknown[] };
    if (!items?.length) throw new Failure(`Nothing is found by ${path}.`);
  }
}
