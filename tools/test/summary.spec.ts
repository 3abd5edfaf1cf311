import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { addCounts, readJestCounts, readPlaywrightCounts } from '../lib/testing/summary.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-summary-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function report(content: unknown): Promise<string> {
  const file = join(folder, 'report.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}

describe('test counts', () => {
  it('count a file that jest could not load as a failure', async () => {
    const file = await report({ numPassedTests: 7, numFailedTests: 1, numRuntimeErrorTestSuites: 2 });
    expect(readJestCounts(file)).toEqual({ passed: 7, failed: 3 });
  });

  it('count a browser journey that passed only when repeated as a failure', async () => {
    const file = await report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] });
    expect(readPlaywrightCounts(file)).toEqual({ passed: 5, failed: 2 });
  });

  it('are unknown without a report', () => {
    expect(readJestCounts(join(folder, 'missing.json'))).toBeUndefined();
  });

  it('add up', () => {
    expect(addCounts({ passed: 1, failed: 2 }, { passed: 3, failed: 4 })).toEqual({ passed: 4, failed: 6 });
  });
});
