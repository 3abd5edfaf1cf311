import { printHttp } from '../report/tables.ts';
import type { HttpRatios } from '../report/targets.ts';
import { requestsOf, type HttpScenario } from './requests.ts';
import { httpRounds, middle } from './rounds.ts';
import type { Stage } from './stage.ts';

/** Kontor to the bare server: requests a second, slowest hundredth, CPU a request. */
export async function measureHttp(stage: Stage, scenario: HttpScenario): Promise<HttpRatios> {
  const connections = requestsOf(scenario, stage.seeded);
  const pairs = await httpRounds(stage, { server: stage.kontor, connections }, { server: stage.bare, connections });
  printHttp(scenario, ['Kontor', 'bare'], pairs);
  return {
    ratio: middle(pairs, ({ ours, theirs }) => ours.perSecond / theirs.perSecond),
    p99Ratio: middle(pairs, ({ ours, theirs }) => ours.p99 / theirs.p99),
    cpuRatio: middle(pairs, ({ ours, theirs }) => ours.cpu / theirs.cpu),
  };
}
