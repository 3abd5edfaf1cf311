import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { claimPorts } from './ports.ts';
import { runTool, type StackSettings } from './stack.ts';

/** What everybody who comes by an invitation signs in with. */
export const NEW_PASSWORD = 'a kitchen of our own';

let count = 0;

/** An address that no other journey has. */
export function uniqueEmail(name: string): string {
  count += 1;
  return `${name}-${process.pid}-${Date.now()}-${count}@new.example`;
}

/** Makes a workspace as an operator does; answers the link by which its first owner joins. */
export async function createTenant(name: string, settings?: StackSettings): Promise<string> {
  settings ??= { ...(await claimPorts()), dataDir: process.env.KONTOR_TEST_DATA_DIR ?? '' };
  const printed = await runTool('tenant-create.mjs', ['--name', name, '--owner-email', uniqueEmail('first')], settings);
  const link = /https?:\/\/\S+\/invitation\S+/.exec(printed)?.[0];
  if (!link) throw new Error(`No link in: ${printed}`);
  return link;
}

/** Invites somebody to the workspace that the page is in; answers the link. `choices` are options by their labels. */
export async function invite(page: Page, email: string, choices: Record<string, string> = {}): Promise<string> {
  await page.goto('/people/invite');
  await page.getByLabel('E-mail').fill(email);
  for (const [label, option] of Object.entries(choices)) await page.getByLabel(label).selectOption(option);
  await page.getByRole('button', { name: 'Make invitation' }).click();
  return page.getByRole('textbox', { name: 'Invitation link' }).inputValue();
}

/** Takes the invitation that the page shows. */
export async function join(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('textbox', { name: 'Choose a password' }).fill(password);
  await page.getByRole('button', { name: 'Join and sign in' }).click();
}

/** A browser of somebody's own who has come by an invitation. */
export async function newcomer(browser: Browser, link: string, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(link);
  await join(page, name, NEW_PASSWORD);
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  return page;
}
