import { writeFile } from 'node:fs/promises';
import { buildAll } from '../../tools/lib/nx.ts';
import { createCluster, type ScratchCluster } from './database/scratch-cluster.ts';
import { readOptions, type Options } from './options.ts';
import { Cleanup } from './processes/cleanup.ts';
import { checkPlans } from './report/plans.ts';
import { printSetting, printSummary } from './report/summary.ts';
import type { Results } from './report/targets.ts';
import { measureEvents } from './scenarios/events.ts';
import { measureHttp } from './scenarios/http.ts';
import { measureLighthouse, measurePages } from './scenarios/pages.ts';
import { measureRls } from './scenarios/rls.ts';
import { measureSearch } from './scenarios/search.ts';
import { openStage, type Stage } from './scenarios/stage.ts';

/** `npm run bench`: Kontor's production build side by side with a bare server. Answers 0 where every target is met. */
export async function run(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const cleanup = new Cleanup();
  try {
    const results = await measure(options, cleanup);
    if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
    const isMet = printSummary(results);
    // A quick run only shows that everything works: its numbers say nothing.
    return isMet || options.quick ? 0 : 1;
  } catch (error) {
    if (cleanup.signal.aborted) return 130;
    throw error;
  } finally {
    await cleanup.run();
  }
}

async function measure(options: Options, cleanup: Cleanup): Promise<Results> {
  const hasPages = options.only.some((name) => name === 'pages' || name === 'lighthouse');
  await buildAll(['@kontor/backend', ...(hasPages ? ['@kontor/frontend'] : [])], cleanup.signal);
  const cluster = await createCluster(options.ticketsPerTenant, (stop) => cleanup.add('cluster', stop));
  cleanup.signal.throwIfAborted();
  const stage = await openStage(cluster, options, cleanup);
  printSetting(options, cluster.seeded.tickets);
  await checkPlans(cluster, stage.signal);
  const results = await measureAll(options, cluster, stage);
  await stage.close();
  return results;
}

async function measureAll({ only }: Options, cluster: ScratchCluster, stage: Stage): Promise<Results> {
  const results: Results = {};
  for (const name of only) {
    if (name === 'rls') results.rls = await measureRls(stage, cluster);
    else if (name === 'search') results.search = await measureSearch(stage);
    else if (name === 'pages') results.pages = await measurePages(stage);
    else if (name === 'lighthouse') results.lighthouse = await measureLighthouse(stage);
    else if (name === 'events100' || name === 'events1000') results[name] = await measureEvents(stage, name);
    else results[name] = await measureHttp(stage, name);
  }
  return results;
}
