import type { ScratchCluster } from '../database/scratch-cluster.ts';
import { startKontor, type MeasuredServer } from '../processes/servers.ts';
import { printHttp } from '../report/tables.ts';
import { requestsOf } from './requests.ts';
import { httpRounds, middle } from './rounds.ts';
import type { Stage } from './stage.ts';

/**
 * The list with row-level security on and off: two processes of the same build as the same role on the same tables, both
 * started now and equally warm, of which one sees the tables of the list through views that no policy applies to (see
 * `database/outside-rls.ts`).
 */
export async function measureRls(stage: Stage, { urls }: ScratchCluster): Promise<{ ratio: number }> {
  const ruled = await start(stage, urls, 'kontor-ruled');
  const unruled = await start(stage, { app: urls.unruled, system: urls.system }, 'kontor-unruled');
  const connections = requestsOf('list', stage.seeded);
  const pairs = await httpRounds(stage, { server: ruled, connections }, { server: unruled, connections });
  await Promise.all([ruled.process.stop(), unruled.process.stop()]);
  printHttp('rls', ['RLS on', 'RLS off'], pairs);
  return { ratio: middle(pairs, ({ ours, theirs }) => ours.perSecond / theirs.perSecond) };
}

async function start(stage: Stage, urls: { app: string; system: string }, name: string): Promise<MeasuredServer> {
  const server = await startKontor(urls, stage.start, name);
  stage.cleanup.add(name, () => server.process.stop());
  return server;
}
