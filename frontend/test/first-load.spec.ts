import { expect, type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { everyPage } from './support/every-page.ts';
import { someone } from './support/people.ts';
import { test } from './support/test.ts';

/** What a page may load before it can be used, in bytes as they are sent. */
const BUDGET = 230 * 1024;

/** Scripts that the page names, apart from those for browsers without modules. */
async function scriptsOf(page: Page, path: string): Promise<string[]> {
  const html = await (await page.request.get(path)).text();
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/\bnomodule\b/i.test(tag));
  const preloads = [...html.matchAll(/<link\b[^>]*\bas="script"[^>]*>/g)].map(([tag]) => tag);
  const addresses = [...tags, ...preloads].map((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1]).filter((address) => address !== undefined);
  return [...new Set(addresses)];
}

test('no page loads more than 230 KB of JavaScript before it can be used', async ({ browser }) => {
  test.setTimeout(60_000);
  const owner = await someone(browser, 'owner@harbor.test');
  const guest = await (await browser.newContext()).newPage();
  const { guests, members } = await everyPage(owner);
  const sizes = new Map<string, number>();
  const sizeOf = async (address: string) => {
    if (!sizes.has(address)) sizes.set(address, gzipSync(await (await owner.request.get(address)).body()).length);
    return sizes.get(address)!;
  };
  const totals: [string, number][] = [];
  for (const [page, path] of [...guests.map((path) => [guest, path] as const), ...members.map((path) => [owner, path] as const)]) {
    const scripts = await scriptsOf(page, path);
    expect(scripts.length, path).toBeGreaterThan(3);
    totals.push([path, (await Promise.all(scripts.map(sizeOf))).reduce((sum, size) => sum + size, 0)]);
  }
  totals.sort(([, one], [, other]) => other - one);
  console.log(`First load: ${totals.slice(0, 3).map(([path, size]) => `${path} ${(size / 1024).toFixed(1)} KB`).join(', ')}`);
  expect(totals.filter(([, size]) => size > BUDGET)).toEqual([]);
});
