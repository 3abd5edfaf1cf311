import { join } from 'node:path';
import { Failure } from '../../../tools/lib/failure.ts';
import type { Person } from '../database/seed.ts';
import { freePort, startFrontend, startMinimal, type MeasuredServer } from '../processes/servers.ts';
import { printHttp } from '../report/tables.ts';
import type { PageScores } from '../report/targets.ts';
import { httpRounds, middle } from './rounds.ts';
import type { Stage } from './stage.ts';

/** A page takes milliseconds: more connections than these would wait in line only. */
const CONNECTIONS = 8;
const FRONTEND_BENCH = join(import.meta.dirname, '..', '..', '..', 'frontend', 'bench');
const COOKIE = 'kontor';

/** The page of the list to two that have nothing of Kontor: an empty one, and one with the same tickets. */
export async function measurePages(stage: Stage): Promise<{ ratio: number; rowsRatio: number }> {
  const { kontor, start, seeded, cleanup } = stage;
  const ours = await startFrontend(kontor, start);
  cleanup.add('frontend', () => ours.process.stop());
  const theirs = await startMinimal(kontor, start);
  cleanup.add('minimal', () => theirs.process.stop());
  const people = seeded.people.slice(0, CONNECTIONS);
  const asking = (server: MeasuredServer, path: string) => ({ server, connections: people.map((person) => [page(person, server, path)]) });
  const list = asking(ours, '/tickets');
  const pairs = await httpRounds(stage, list, asking(theirs, '/'));
  printHttp('pages', ['list page', 'Next alone'], pairs);
  const rows = await httpRounds(stage, list, asking(theirs, '/tickets'));
  printHttp('pages', ['list page', 'rows alone'], rows);
  await Promise.all([ours.process.stop(), theirs.process.stop()]);
  const ratio = (of: typeof pairs) => middle(of, ({ ours: one, theirs: other }) => one.perSecond / other.perSecond);
  return { ratio: ratio(pairs), rowsRatio: ratio(rows) };
}

function page({ token }: Person, { origin }: MeasuredServer, path: string): string {
  return `GET ${path} HTTP/1.1\r\nhost: ${new URL(origin).host}\r\ncookie: ${COOKIE}=${token}\r\n\r\n`;
}

/** Lighthouse on the list and on a ticket, signed in, in a browser of the size of a desk. */
export async function measureLighthouse({ kontor, start, seeded, cleanup, spawn, rounds, signal }: Stage): Promise<{ list: PageScores; ticket: PageScores }> {
  const frontend = await startFrontend(kontor, start);
  cleanup.add('frontend', () => frontend.process.stop());
  const { token, tenantId } = seeded.people[0]!;
  const paths = ['/tickets', `/tickets/${seeded.pageTickets.get(tenantId)![0]}`];
  const auditor = spawn('lighthouse', FRONTEND_BENCH);
  const assignment = { targetPort: frontend.port, publicPort: kontor.webPort, controlPort: await freePort(), cookie: `${COOKIE}=${token}`, paths, runs: rounds };
  const { scores, refusal } = await auditor.ask<{ scores?: [PageScores, PageScores]; refusal?: string }>(assignment, signal);
  if (!scores) throw new Failure(`Lighthouse: ${refusal}`);
  const [list, ticket] = scores;
  console.log(`\nlighthouse   performance  accessibility  (median of ${rounds})`);
  for (const [name, score] of Object.entries({ list, ticket })) console.log(`  ${name.padEnd(10)} ${String(score.performance).padStart(11)}${String(score.accessibility).padStart(15)}`);
  await Promise.all([auditor.stop(), frontend.process.stop()]);
  return { list, ticket };
}
