import { mkdir } from 'node:fs/promises';
import { join as joinPath, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Shot } from './sheet.ts';

export const OUT = resolve(import.meta.dirname, '../../../screens');
/** A desk, a tablet and a phone; fingers touch the latter two. */
const SIZES = [
  [1440, 860],
  [768, 1024],
  [360, 740],
] as const;
const SCHEMES = ['light', 'dark'] as const;
/** What a live page takes to be connected. */
const LIVE_MS = 2_500;
/** Of a long page, so much is enough. */
const TALLEST = 2_000;

/** Whose eyes a page is seen with: one browser for each size. */
export interface Viewer {
  state: Shot['state'];
  contexts: readonly BrowserContext[];
}

/** Browsers of one member, or of nobody, at the `base`; `enter` signs in. */
export async function viewer(browser: Browser, state: Shot['state'], base: string, enter?: (page: Page) => Promise<unknown>): Promise<Viewer> {
  const first = await browser.newContext({ baseURL: base, locale: 'en-GB' });
  await enter?.(await first.newPage());
  const storageState = await first.storageState();
  await first.close();
  const contexts = SIZES.map(([width, height]) =>
    browser.newContext({ baseURL: base, locale: 'en-GB', storageState, viewport: { width, height }, hasTouch: width < 1024, isMobile: width < 1024 }),
  );
  return { state, contexts: await Promise.all(contexts) };
}

interface Subject {
  name: string;
  path: string;
  open?: (page: Page) => Promise<void>;
  to?: number;
}

/** Pictures of a page, or of a state of it, in every size and scheme. */
export async function shoot({ name, path, open, to = Infinity }: Subject, { state, contexts }: Viewer): Promise<Shot[]> {
  await mkdir(joinPath(OUT, name), { recursive: true });
  const shots: Shot[] = [];
  for (const [index, context] of contexts.entries()) {
    const [width, height] = SIZES[index]!;
    if (width > to) continue;
    const page = await context.newPage();
    await page.goto(path, { waitUntil: 'load' });
    // A page of guests is never live.
    if (state !== 'error') await page.getByText('Live', { exact: true }).waitFor({ state: 'attached', timeout: LIVE_MS }).catch(() => undefined);
    await open?.(page);
    // A taller window and not a picture of the whole page, for which the browser forgets that it is a phone.
    const whole = open ? height : Math.min(TALLEST, await page.evaluate(() => document.documentElement.scrollHeight));
    await page.setViewportSize({ width, height: Math.max(whole, height) });
    for (const scheme of SCHEMES) {
      await page.emulateMedia({ colorScheme: scheme });
      const file = joinPath(name, `${state}-${scheme}-${width}.png`);
      await page.screenshot({ path: joinPath(OUT, file), animations: 'disabled' });
      shots.push({ state, scheme, width, file });
    }
    await page.close();
  }
  return shots;
}
