import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { everyPage } from './support/every-page.ts';
import { someone } from './support/people.ts';
import { test } from './support/test.ts';

/** States of a page that have an address of their own. */
const STATES = ['/tickets?tag=none'];

async function violations(page: Page): Promise<string[]> {
  const results = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const owner = await someone(browser, 'owner@harbor.test', '/', { colorScheme });
    const { guests, members, unreached } = await everyPage(owner);
    expect(unreached).toEqual([]);
    const guest = await (await browser.newContext({ colorScheme })).newPage();
    const ticket = members.find((path) => /^\/tickets\/[0-9a-f-]{36}$/.test(path))!;
    const visits = [...guests.map((path) => [guest, path] as const), ...[...members, ...STATES, `${ticket}?edit=subject`].map((path) => [owner, path] as const)];
    for (const [page, path] of visits) {
      await page.goto(path);
      // What is not found is drawn by the script (vercel/next.js#62228).
      await page.getByRole('main').waitFor();
      expect.soft(await violations(page), path).toEqual([]);
    }
    await owner.goto('/tickets/new');
    await owner.getByRole('button', { name: 'Create ticket' }).click();
    await expect(owner.getByRole('alert').filter({ hasText: 'attention' })).toBeVisible();
    expect(await violations(owner), 'a refused form').toEqual([]);
    const phone = await someone(browser, 'owner@harbor.test', '/tickets', { colorScheme, viewport: { width: 360, height: 740 } });
    await phone.getByRole('button', { name: 'Open menu' }).click();
    await expect(phone.getByRole('link', { name: 'Contacts' })).toBeVisible();
    expect(await violations(phone), 'a phone').toEqual([]);
  });
}

test('nothing is wider than a phone of 360 px', async ({ browser }) => {
  test.setTimeout(180_000);
  const phone = await someone(browser, 'owner@harbor.test', '/', { viewport: { width: 360, height: 740 } });
  for (const path of [...(await everyPage(phone)).members, '/search?q=oven']) {
    await phone.goto(path);
    expect.soft(await phone.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
  }
});
