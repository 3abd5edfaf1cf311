import { writeFile } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { browserLaunch } from './support/browser.ts';
import { OUT, shoot, viewer, type Viewer } from './support/camera.ts';
import { everyPage, type EveryPage } from './support/every-page.ts';
import { startLonelyFrontend } from './support/lonely-frontend.ts';
import { createTenant, join } from './support/new-tenant.ts';
import { signIn } from './support/people.ts';
import { freePort } from './support/ports.ts';
import { SCENES } from './support/scenes.ts';
import { sheet, type Shot } from './support/sheet.ts';
import { startStack, type StackSettings } from './support/stack.ts';

/** Only these, where any are named. */
const ASKED = process.argv.slice(2);

/** One contact sheet. */
interface Sheet {
  name: string;
  take: () => Promise<Shot[]>;
}

interface Viewers {
  guest: Viewer;
  full: Viewer;
  agent: Viewer;
  empty: Viewer;
  failing: Viewer;
}

/** `/tickets/[id]/merge` is `tickets-id-merge`. */
const nameOf = (route: string) => route.replace(/\?.*/, '').replace(/[[\]]/g, '').slice(1).replaceAll('/', '-') || 'home';

function sheets({ routes, guests }: EveryPage, { guest, full, agent, empty, failing }: Viewers): Sheet[] {
  const ofGuests = guests.map((path) => ({ name: nameOf(path), take: () => shoot({ name: nameOf(path), path }, guest) }));
  const ofMembers = [...routes, ['/nowhere', '/nowhere'] as const].map(([route, path]) => {
    const name = nameOf(route);
    // An empty workspace has nothing at the address of a resource.
    const viewers = route.includes('[') ? [full] : [full, empty, failing];
    return { name, take: async () => (await Promise.all(viewers.map((each) => shoot({ name, path }, each)))).flat() };
  });
  const ofScenes = SCENES.map((scene) => {
    const [route = '', query = ''] = scene.on.split(/(?=\?)/);
    return { name: scene.name, take: () => shoot({ ...scene, path: (routes.get(route) ?? route) + query }, scene.isAgents ? agent : full) };
  });
  return [...ofGuests, ...ofMembers, ...ofScenes].filter(({ name }) => ASKED.length === 0 || ASKED.includes(name));
}

async function see(browser: Browser, base: string, lonely: string, settings: StackSettings): Promise<Viewers> {
  const newcomer = await createTenant('New Kitchen', settings);
  return {
    guest: await viewer(browser, 'full', base),
    full: await viewer(browser, 'full', base, (page) => signIn(page, 'owner@harbor.test')),
    agent: await viewer(browser, 'full', base, (page) => signIn(page, 'agent@harbor.test')),
    empty: await viewer(browser, 'empty', base, async (page) => {
      await page.goto(newcomer);
      await join(page, 'Nele Neu', 'a kitchen of my own');
      await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    }),
    failing: await viewer(browser, 'error', lonely, (page) => page.context().addCookies([{ name: 'kontor', value: 'any', url: lonely }])),
  };
}

async function lay(browser: Browser, name: string, shots: readonly Shot[]): Promise<void> {
  const file = joinPath(OUT, `${name}.html`);
  await writeFile(file, sheet(name, shots));
  const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
  await page.goto(`file://${file}`);
  await page.screenshot({ path: joinPath(OUT, `${name}.png`), fullPage: true });
  await page.close();
  console.log(`screens/${name}.png`);
}

async function main(): Promise<void> {
  const { settings, stop } = await startStack({ webPort: await freePort(), apiPort: await freePort(), mailPort: await freePort() });
  const lonely = await startLonelyFrontend();
  const { launchOptions, channel } = await browserLaunch();
  const browser = await chromium.launch({ ...launchOptions, ...(channel && { channel }) });
  try {
    const viewers = await see(browser, `http://localhost:${settings.webPort}`, lonely.base, settings);
    const pages = await everyPage(await viewers.full.contexts[0]!.newPage());
    for (const { name, take } of sheets(pages, viewers)) {
      const shots = await take().catch((error: unknown) => console.error(`${name}: ${String(error)}`));
      if (shots) await lay(browser, name, shots);
      else process.exitCode = 1;
    }
  } finally {
    await browser.close();
    lonely.stop();
    await stop();
  }
}

await main();
