import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { someone } from './support/people.ts';

async function violations(page: Page): Promise<string[]> {
  const results = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** The first link to a resource on the list at `path`. */
async function firstOf(page: Page, path: string): Promise<string> {
  await page.goto(path);
  return (await page.getByRole('row').nth(1).getByRole('link').first().getAttribute('href')) ?? '';
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(90_000);
    const guest = await (await browser.newContext({ colorScheme })).newPage();
    await guest.goto('/sign-in');
    expect(await violations(guest)).toEqual([]);
    await guest.goto('/invitation?token=none');
    expect(await violations(guest)).toEqual([]);
    const owner = await someone(browser, 'owner@harbor.test', '/', { colorScheme });
    const ticket = await firstOf(owner, '/tickets?status=open');
    const contact = await firstOf(owner, '/contacts');
    const pages = ['/', '/tickets', '/tickets?tag=none', '/tickets/new', ticket, `${ticket}?edit=subject`];
    for (const path of [...pages, '/contacts', '/contacts/new', contact, '/people', '/account', '/account/leave', '/keys', '/nowhere']) {
      await owner.goto(path);
      expect(await violations(owner), path).toEqual([]);
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
  const phone = await someone(browser, 'owner@harbor.test', '/', { viewport: { width: 360, height: 740 } });
  const ticket = await firstOf(phone, '/tickets');
  for (const path of ['/', '/tickets', ticket, '/tickets/new', '/contacts', '/people', '/account']) {
    await phone.goto(path);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
  }
});
