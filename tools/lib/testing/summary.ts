import { readFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
}

export interface StepReport {
  name: string;
  ok: boolean;
  seconds: number;
  counts: Counts | undefined;
}

export function addCounts(one: Counts, other: Counts): Counts {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** Ends with a line of its own that says the whole, for people and for programs. */
export function printSummary(reports: StepReport[], { passed, failed }: Counts): void {
  console.log('');
  for (const { name, ok, seconds, counts } of reports) {
    const tests = counts ? `  ${counts.passed} passed, ${counts.failed} failed` : '';
    console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(12)}${seconds.toFixed(1).padStart(7)} s${tests}`);
  }
  const broken = reports.find((report) => !report.ok);
  if (broken) console.log(`\nFailed at: ${broken.name}. Again: npm test -- ${broken.name}`);
  console.log(`\n${passed} passed, ${failed} failed`);
}

/** jest's --json report. A file that could not even be loaded has failed, though it counted no test. */
export function readJestCounts(file: string): Counts | undefined {
  const report = readJson<{ numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number }>(file);
  return report && { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
}

/** Playwright's JSON report; flaky means that a retry passed, which is not good enough. */
export function readPlaywrightCounts(file: string): Counts | undefined {
  const report = readJson<{ stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }>(file);
  if (!report) return undefined;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
