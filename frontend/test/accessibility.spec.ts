import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { everyPage } from './support/every-page.ts';
import { someone } from './support/people.ts';
import { test } from './support/test.ts';

/** States of a page that have an address of their own. */
const STATES = ['/tickets?tag=none', '/search?q=oven'];

const DESKTOP = { width: 1280, height: 720 };
const PHONE = { width: 360, height: 740 };
/** The rules that look at colours; none of the others can find anything else in dark. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const results = await (rules ? axe.withRules(rules) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])).analyze();
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** What axe finds in a page as it is, and in dark, where nothing but the colours is another. */
async function inBothSchemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  return [...light, ...(await violations(page, OF_COLOUR)).map((found) => `dark: ${found}`)];
}

// Each page is loaded once, for all that is looked at; the two halves run side by side.
for (const half of [0, 1]) {
  test(`axe finds nothing on any page in light and dark, and none is wider than a phone of 360 px, half ${half + 1}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const owner = await someone(browser, 'owner@harbor.test', '/', { viewport: DESKTOP });
    const { guests, members, unreached } = await everyPage(owner);
    expect(unreached).toEqual([]);
    const guest = await (await browser.newContext({ viewport: DESKTOP })).newPage();
    const ticket = members.find((path) => /^\/tickets\/[0-9a-f-]{36}$/.test(path))!;
    const visits = [...guests.map((path) => [guest, path] as const), ...[...members, ...STATES, `${ticket}?edit=subject`].map((path) => [owner, path] as const)];
    for (const [page, path] of visits.filter((_visit, index) => index % 2 === half)) {
      await page.goto(path);
      // What is not found is drawn by the script (vercel/next.js#62228).
      await page.getByRole('main').waitFor();
      expect.soft(await inBothSchemes(page), path).toEqual([]);
      await page.setViewportSize(PHONE);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(PHONE.width);
      await page.setViewportSize(DESKTOP);
    }
  });
}

test('axe finds nothing on a refused form and in the menu of a phone', async ({ browser }) => {
  const owner = await someone(browser, 'owner@harbor.test', '/tickets/new', { viewport: DESKTOP });
  await owner.getByRole('button', { name: 'Create ticket' }).click();
  await expect(owner.getByRole('alert').filter({ hasText: 'attention' })).toBeVisible();
  expect(await inBothSchemes(owner), 'a refused form').toEqual([]);
  const phone = await someone(browser, 'owner@harbor.test', '/tickets', { viewport: PHONE });
  await phone.getByRole('button', { name: 'Open menu' }).click();
  await expect(phone.getByRole('link', { name: 'Contacts' })).toBeVisible();
  expect(await inBothSchemes(phone), 'a phone').toEqual([]);
});
