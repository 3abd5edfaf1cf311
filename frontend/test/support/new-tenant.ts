import type { Page } from '@playwright/test';
import { runTool, type StackSettings } from './stack.ts';

/** Makes a workspace as an operator does; answers the link by which its first owner joins. */
export async function createTenant(name: string, settings: StackSettings): Promise<string> {
  const email = `first-${Date.now()}@new.example`;
  const printed = await runTool('tenant-create.mjs', ['--name', name, '--owner-email', email], settings);
  const link = /https?:\/\/\S+\/invitation\S+/.exec(printed)?.[0];
  if (!link) throw new Error(`No link in: ${printed}`);
  return link;
}

/** Invites somebody to the workspace that the page is in; answers the link. */
export async function invite(page: Page, email: string): Promise<string> {
  await page.goto('/people/invite');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Make invitation' }).click();
  return page.getByRole('textbox', { name: 'Invitation link' }).inputValue();
}

/** Takes the invitation that the page shows. */
export async function join(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('textbox', { name: 'Choose a password' }).fill(password);
  await page.getByRole('button', { name: 'Join and sign in' }).click();
}
