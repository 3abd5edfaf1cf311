import { Failure } from '../failure.ts';
import { cleanUp, createScratch } from '../testing/scratch.ts';
import { steps, type Step, type StepContext } from '../testing/steps.ts';
import { addCounts, printSummary, type Counts, type StepReport } from '../testing/summary.ts';
import { StopRequest } from '../stop-request.ts';

/**
 * `npm test`: every step in turn, ending at the first that fails. `npm test -- jest browser` runs only those, and what
 * follows a second `--` goes to them as arguments.
 */
export async function run(): Promise<number> {
  const { names, rest } = parseArguments(process.argv.slice(2));
  const stop = new StopRequest();
  const scratch = await createScratch();
  const reports: StepReport[] = [];
  try {
    for (const step of select(names)) {
      if (stop.stopping()) break;
      const report = await runStep(step, { scratch, rest, signal: stop.signal });
      reports.push(report);
      if (!report.ok) break;
    }
  } finally {
    await cleanUp(scratch);
  }
  const ok = !stop.stopping() && reports.every((report) => report.ok);
  printSummary(reports, total(reports));
  return ok ? 0 : 1;
}

async function runStep(step: Step, context: StepContext): Promise<StepReport> {
  console.log(`\n── ${step.name}: ${step.about}`);
  const started = performance.now();
  const { code, counts } = await step.run(context);
  const seconds = (performance.now() - started) / 1000;
  return { name: step.name, ok: code === 0 && (counts?.failed ?? 0) === 0, seconds, counts };
}

/** A step that fails without counting tests counts as one, so that the last line never claims success. */
function total(reports: StepReport[]): Counts {
  return reports.reduce<Counts>((sum, { ok, counts }) => {
    const own = counts ?? { passed: 0, failed: 0 };
    return addCounts(sum, !ok && own.failed === 0 ? { ...own, failed: 1 } : own);
  }, { passed: 0, failed: 0 });
}

function parseArguments(args: string[]): { names: string[]; rest: string[] } {
  const at = args.indexOf('--');
  return at < 0 ? { names: args, rest: [] } : { names: args.slice(0, at), rest: args.slice(at + 1) };
}

function select(names: string[]): Step[] {
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  const known = steps.map((step) => step.name).join(', ');
  if (unknown) throw new Failure(`There is no step "${unknown}"; there are ${known}.`);
  const wanted = (step: Step): boolean => names.length === 0 || names.includes(step.name);
  return steps.filter(wanted);
}
