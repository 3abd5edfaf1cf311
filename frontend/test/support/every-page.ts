import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { NEW_PASSWORD } from './new-tenant.ts';
import { PASSWORD } from './people.ts';

const APP = resolve(import.meta.dirname, '../../src/app');

interface Route {
  /** As its folders name it: `/tickets/[id]`. */
  pattern: string;
  /** Seen before signing in. */
  isGuests: boolean;
}

/** Pages by their files; what opens in place is a page of its own, too. */
function routes(): Route[] {
  const files = globSync('**/page.tsx', { cwd: APP }).map((file) => file.replaceAll('\\', '/'));
  return files
    .filter((file) => !file.includes('@'))
    .map((file) => {
      const segments = file.split('/').slice(0, -1).filter((segment) => !segment.startsWith('('));
      return { pattern: `/${segments.join('/')}`, isGuests: !file.startsWith('(workspace)') };
    });
}

const isDynamic = (pattern: string) => pattern.includes('[');

function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((segment, index) => segment.startsWith('[') || segment === given[index]);
}

/** The first addresses that the links of these pages give for each route. */
async function follow(page: Page, patterns: string[]): Promise<Map<string, string>> {
  const known = new Map(patterns.filter((pattern) => !isDynamic(pattern)).map((pattern) => [pattern, pattern]));
  // A list that shows something other than what waits has links to what a first page may lack.
  const queue = [...known.values(), '/tickets?sort=number'];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const html = await (await page.request.get(next)).text();
    for (const [, href = ''] of html.matchAll(/href="(\/[^"]*)"/g)) {
      const path = href.replace(/[?#].*/, '');
      if (known.has(path)) continue;
      const pattern = patterns.find((candidate) => isDynamic(candidate) && matches(candidate, path));
      if (!pattern || known.has(pattern)) continue;
      known.set(pattern, path);
      queue.push(path);
    }
  }
  return known;
}

export interface EveryPage {
  /** The address of each page of members, by its route. */
  routes: ReadonlyMap<string, string>;
  guests: string[];
  members: string[];
  /** Routes that no link leads to. */
  unreached: string[];
}

/** Pages of what is there only once somebody made it, and that a state of another page leads to. */
const MADE: Record<string, (page: Page) => Promise<void>> = {
  '/operations/[id]': async (page) => {
    await page.goto('/contacts');
    await page.getByRole('button', { name: /^(Export|Ekspor)$/ }).click();
    await page.waitForURL(/\/operations\/[0-9a-f-]{36}/);
  },
  '/settings/mail/[id]': async (page) => {
    await page.goto('/settings/mail');
    await page.getByRole('button', { name: /^(Send a test message|Kirim pesan uji)$/ }).click();
    await page.waitForURL(/\/settings\/mail\/[0-9a-f-]{36}/);
  },
  '/settings/api-keys/[id]/revoke': async (page) => {
    await page.goto('/settings/api-keys/new');
    // One of the demo's people, or a newcomer.
    for (const password of [PASSWORD, NEW_PASSWORD]) {
      if (await page.locator('input[readonly]').isVisible()) break;
      await page.locator('[name="name"]').fill('1001');
      await page.locator('[name="scopes"]').first().check();
      await page.locator('[name="password"]').fill(password);
      await page.locator('[name="password"]').press('Enter');
      await page.locator('input[readonly], [role="alert"]').first().waitFor();
    }
    await page.goto('/settings/api-keys');
    await page.goto((await page.locator('a[href$="/revoke"]').first().getAttribute('href'))!);
  },
  '/settings/webhooks/[id]': async (page) => {
    await page.goto('/settings/webhooks/new');
    await page.locator('[name="url"]').fill('https://hooks.invalid/in');
    await page.locator('[name="url"]').press('Enter');
    await page.locator('main a[href^="/settings/webhooks/"][data-variant="filled"]').click();
    await page.waitForURL(/\/settings\/webhooks\/[0-9a-f-]{36}$/);
  },
  '/settings/webhooks/deliveries/[id]': async (page) => {
    await page.goto('/settings/webhooks');
    await page.locator('a[href^="/settings/webhooks/"][data-row]').first().click();
    await page.getByRole('button', { name: /^(Send a test|Kirim uji coba)$/ }).click();
    await page.waitForURL(/\/settings\/webhooks\/deliveries\/[0-9a-f-]{36}$/);
  },
  '/settings/webhooks/connections/[id]': async (page) => {
    await page.goto('/settings/webhooks/connections/new');
    await page.locator('[name="name"]').fill('44');
    await page.locator('[name="name"]').press('Enter');
    await page.locator('main a[href^="/settings/webhooks/connections/"][data-variant="filled"]').click();
    await page.waitForURL(/\/settings\/webhooks\/connections\/[0-9a-f-]{36}$/);
  },
  '/tickets/views/[id]': async (page) => {
    await page.goto('/tickets/views/new?status=open');
    await page.locator('[name="name"]').fill(String(Date.now()));
    await page.locator('[name="name"]').press('Enter');
    await page.waitForURL(/\/tickets\?view=/);
    await page.goto(`/tickets/views/${new URL(page.url()).searchParams.get('view')}`);
  },
};

/** Makes what `patterns` are the pages of, and gives their addresses. */
async function make(member: Page, patterns: string[]): Promise<[string, string][]> {
  const desk = await member.context().newPage();
  await desk.setViewportSize({ width: 1440, height: 860 });
  const made: [string, string][] = [];
  for (const pattern of patterns) {
    await MADE[pattern]!(desk);
    made.push([pattern, new URL(desk.url()).pathname]);
  }
  await desk.close();
  return made;
}

/** An address for each page there is, found as a member finds them: by links. */
export async function everyPage(member: Page): Promise<EveryPage> {
  const all = routes();
  const [own, dead] = [all.filter(({ isGuests }) => !isGuests).map(({ pattern }) => pattern), '/nowhere'];
  const patterns = own.filter((pattern) => !pattern.includes('[...'));
  const known = await follow(member, patterns);
  const missing = Object.keys(MADE).filter((pattern) => patterns.includes(pattern) && !known.has(pattern));
  for (const [pattern, path] of await make(member, missing)) known.set(pattern, path);
  // A page that a resource has only in some state is at the address of any such resource.
  for (const pattern of patterns.filter((candidate) => !known.has(candidate))) {
    const parent = [...known].find(([candidate]) => isDynamic(candidate) && pattern.startsWith(`${candidate}/`) && !isDynamic(pattern.slice(candidate.length)));
    if (parent) known.set(pattern, parent[1] + pattern.slice(parent[0].length));
  }
  const guests = all.filter(({ isGuests, pattern }) => isGuests && !isDynamic(pattern)).map(({ pattern }) => (['/invitation', '/reset-password'].includes(pattern) ? `${pattern}?token=none` : pattern));
  return { routes: known, guests, members: [...known.values(), dead], unreached: patterns.filter((pattern) => !known.has(pattern)) };
}
