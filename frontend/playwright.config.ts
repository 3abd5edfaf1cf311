import { defineConfig } from '@playwright/test';
import { browserLaunch } from './test/support/browser.ts';
import { claimPorts } from './test/support/ports.ts';

const ALONE = ['ticket-life.spec.ts', 'memory.spec.ts'];

const { webPort } = await claimPorts();

export default defineConfig({
  testDir: './test',
  outputDir: '../test-results',
  globalSetup: './test/support/global-setup.ts',
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: 'list',
  // What must be seen within a second, or measures the servers, runs while nothing else of ours does: after the rest, however that has ended.
  projects: [
    { name: 'rest', testIgnore: ALONE, fullyParallel: true, teardown: 'live' },
    { name: 'live', testMatch: ALONE, workers: 1 },
  ],
  use: {
    baseURL: `http://localhost:${webPort}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 860 },
    // Recording costs a third of the time: `--trace retain-on-failure` where one hunts.
    screenshot: 'only-on-failure',
    ...(await browserLaunch()),
  },
});
