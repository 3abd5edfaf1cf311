import { defineConfig } from '@playwright/test';
import { browserLaunch } from './test/support/browser.ts';
import { claimPorts } from './test/support/ports.ts';

const { webPort } = await claimPorts();

export default defineConfig({
  testDir: './test',
  outputDir: '../test-results',
  globalSetup: './test/support/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${webPort}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 860 },
    trace: 'retain-on-failure',
    ...(await browserLaunch()),
  },
});
