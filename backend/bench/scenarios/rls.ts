import type { ScratchCluster } from '../database/scratch-cluster.ts';
import { startKontor } from '../processes/servers.ts';
import { printHttp } from '../report/tables.ts';
import { requestsOf } from './requests.ts';
import { httpRounds, middle } from './rounds.ts';
import type { Stage } from './stage.ts';

/**
 * The list with row-level security on and off: two processes of the same build as the same role on the same tables, of
 * which one sees the tables of the list through views that no policy applies to (see `database/outside-rls.ts`).
 */
export async function measureRls(stage: Stage, { urls }: ScratchCluster): Promise<{ ratio: number }> {
  const unruled = await startKontor({ app: urls.unruled, system: urls.system }, stage.start, 'kontor-unruled');
  stage.cleanup.add('kontor-unruled', () => unruled.process.stop());
  const pairs = await httpRounds(stage, stage.kontor, unruled, requestsOf('list', stage.seeded));
  await unruled.process.stop();
  printHttp('rls', ['RLS on', 'RLS off'], pairs);
  return { ratio: middle(pairs, ({ ours, theirs }) => ours.perSecond / theirs.perSecond) };
}
