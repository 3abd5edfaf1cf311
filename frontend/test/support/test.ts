import { test as base } from '@playwright/test';

/** A journey whose browsers are closed behind it: what is left open would follow the next ones' events, and slow them. */
export const test = base.extend<{ closesBrowsers: void }>({
  closesBrowsers: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
