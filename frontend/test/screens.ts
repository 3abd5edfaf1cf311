import { mkdir, writeFile } from 'node:fs/promises';
import { join as joinPath, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { browserLaunch } from './support/browser.ts';
import { startLonelyFrontend } from './support/lonely-frontend.ts';
import { createTenant, join } from './support/new-tenant.ts';
import { signIn } from './support/people.ts';
import { freePort } from './support/ports.ts';
import { sheet, type Shot } from './support/sheet.ts';
import { startStack, type StackSettings } from './support/stack.ts';

const OUT = resolve(import.meta.dirname, '../../screens');
const SIZES = [
  [1440, 860],
  [768, 1024],
  [360, 740],
] as const;
const SCHEMES = ['light', 'dark'] as const;

/** A page by its address, or by the link on another page that leads to it. */
type Place = string | { list: string };
const PLACES: Record<string, Place> = {
  'sign-in': '/sign-in',
  home: '/',
  tickets: '/tickets',
  ticket: { list: '/tickets?status=open' },
  'new-ticket': '/tickets/new',
  contacts: '/contacts',
  contact: { list: '/contacts' },
  people: '/people',
  account: '/account',
  keys: '/keys',
  search: '/search?q=oven',
  reports: '/reports',
};

/** Whose eyes a page is seen with; the empty workspace has pages of its own, and nothing at the address of a resource. */
interface Viewer {
  state: Shot['state'];
  context: BrowserContext;
  base: string;
}

async function addressOf(page: Page, base: string, place: Place): Promise<string> {
  if (typeof place === 'string') return place;
  await page.goto(base + place.list);
  const link = page.locator('tbody a[href]').first();
  return (await link.count()) > 0 ? ((await link.getAttribute('href')) ?? '/') : '/tickets/none';
}

async function shoot(name: string, place: Place, { state, context, base }: Viewer): Promise<Shot[]> {
  const page = await context.newPage();
  const address = await addressOf(page, base, place);
  const shots: Shot[] = [];
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.goto(base + address);
      await page.waitForTimeout(400);
      const file = joinPath(name, `${state}-${scheme}-${width}.png`);
      await page.screenshot({ path: joinPath(OUT, file), animations: 'disabled' });
      shots.push({ state, scheme, width, file });
    }
  }
  await page.close();
  return shots;
}

async function signedIn(browser: Browser, base: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: base, locale: 'en-GB' });
  await signIn(await context.newPage(), 'owner@harbor.test');
  return context;
}

async function inEmptyTenant(browser: Browser, base: string, settings: StackSettings): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: base, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(await createTenant('New Kitchen', settings));
  await join(page, 'Nele Neu', 'a kitchen of my own');
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  return context;
}

async function main(): Promise<void> {
  const { settings, stop } = await startStack({ webPort: await freePort(), apiPort: await freePort() });
  const lonely = await startLonelyFrontend();
  const { launchOptions, channel } = await browserLaunch();
  const browser = await chromium.launch({ ...launchOptions, ...(channel && { channel }) });
  try {
    const base = `http://localhost:${settings.webPort}`;
    const failing = await browser.newContext({ locale: 'en-GB' });
    await failing.addCookies([{ name: 'kontor', value: 'any', url: lonely.base }]);
    const viewers: Viewer[] = [
      { state: 'full', context: await signedIn(browser, base), base },
      { state: 'empty', context: await inEmptyTenant(browser, base, settings), base },
      { state: 'error', context: failing, base: lonely.base },
    ];
    const visitor = { state: 'full', context: await browser.newContext({ locale: 'en-GB' }), base } as const;
    for (const [name, place] of Object.entries(PLACES)) {
      await mkdir(joinPath(OUT, name), { recursive: true });
      const shots: Shot[] = [];
      for (const viewer of name === 'sign-in' ? [visitor] : viewers) shots.push(...(await shoot(name, place, viewer)));
      await writeFile(joinPath(OUT, `${name}.html`), sheet(name, shots));
      const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
      await page.goto(`file://${joinPath(OUT, `${name}.html`)}`);
      await page.screenshot({ path: joinPath(OUT, `${name}.png`), fullPage: true });
      await page.close();
      console.log(`screens/${name}.png`);
    }
  } finally {
    await browser.close();
    lonely.stop();
    await stop();
  }
}

await main();
