import { expect, type Page } from '@playwright/test';
import { everyPage } from './support/every-page.ts';
import { createTenant, join, NEW_PASSWORD } from './support/new-tenant.ts';
import { test } from './support/test.ts';
import en from '../src/messages/en.json' with { type: 'json' };
import id from '../src/messages/id.json' with { type: 'json' };

type Messages = { [name: string]: string | Messages };

/** Messages that are the same in both languages, as `Status` is. */
function alike(one: Messages, other: Messages): string[] {
  return Object.entries(one).flatMap(([name, value]) => {
    const counterpart = other[name];
    if (typeof value === 'string') return value === counterpart ? [value] : [];
    return typeof counterpart === 'object' ? alike(value, counterpart) : [];
  });
}

/** No words of a catalogue: addresses, zones, days, types of events, programs that sign in, and things that have a proper name. */
const PROPER = /@|^[a-z]+(?:_[a-z]+)+$|^[A-Z]\w+\/\w|^UTC$|^\d{1,2} \p{L}{3}$|Chrom|Kontor|^https?:|[\w-]{24,}|\{/u;

/** Whatever can be read or heard on a page, outside of keys and of words marked as being of one language. */
function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest('script, style, kbd, code, [translate="no"], noscript')) continue;
      const words = node instanceof Element ? ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name)) : [node.nodeValue];
      for (const text of words) if (text?.trim()) found.add(text.trim());
    }
    return [...found, document.title.replace(/ · Kontor$/, '')];
  });
}

async function speak(page: Page, locale: 'en' | 'id'): Promise<void> {
  await page.goto('/account');
  await page.locator('select[name="locale"]').selectOption(locale);
  await page.locator('form:has(select[name="locale"]) button[type="submit"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', locale === 'en' ? 'en-GB' : 'id-ID');
  await page.goto('/');
}

/** A workspace whose people and things have numbers for names: all letters on its pages are ours. */
async function nameless(page: Page): Promise<void> {
  await page.goto(await createTenant('42'));
  await join(page, '07', NEW_PASSWORD);
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await page.goto('/tickets/new');
  await page.locator('[name="subject"]').fill('1001');
  await page.locator('[name="body"]').fill('2002');
  await page.locator('[name="tags"]').fill('33');
  await page.locator('[name="requester"]').fill('5@6.example');
  await page.getByRole('main').locator('form button[type="submit"]').last().click();
  await expect(page.getByRole('heading', { level: 1, name: '1001' })).toBeVisible();
}

test('every word on every page is in the catalogues of both languages', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false })).newPage();
  await nameless(page);
  const { members } = await everyPage(page);
  expect(members.length).toBeGreaterThan(12);
  const inEnglish = new Map<string, string[]>();
  for (const path of members) {
    await page.goto(path);
    inEnglish.set(path, await wordsOf(page));
  }
  await speak(page, 'id');
  const same = new Set(alike(en, id));
  for (const path of members) {
    await page.goto(path);
    const words = new Set(await wordsOf(page));
    const untranslated = inEnglish.get(path)!.filter((text) => words.has(text) && /\p{L}{2,}/u.test(text) && !same.has(text) && !PROPER.test(text));
    expect.soft(untranslated, path).toEqual([]);
  }
});
