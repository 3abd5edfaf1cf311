import { expect, type Page } from '@playwright/test';

let count = 0;

/** A subject that no other journey has. */
export function uniqueSubject(words: string): string {
  count += 1;
  return `${words} ${process.pid}-${Date.now()}-${count}`;
}

/** Opens a ticket by the form and ends on its page. */
export async function openTicket(page: Page, subject: string, fields: Record<string, string> = {}): Promise<void> {
  await page.goto('/tickets/new');
  await page.getByLabel('Subject').fill(subject);
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
}

/** The chosen property of a ticket's page; with JavaScript it is saved at once, without by its button. */
export async function choose(page: Page, property: 'Status' | 'Assignee' | 'Team' | 'Priority', option: string, save = false): Promise<void> {
  const form = page.getByRole('form', { name: property });
  await form.getByRole('combobox').selectOption(option);
  if (save) await form.getByRole('button', { name: 'Save' }).click();
}

export async function write(page: Page, kind: 'Reply' | 'Internal note', text: string): Promise<void> {
  await page.getByRole('radio', { name: kind }).check({ force: true });
  await page.getByRole('textbox', { name: kind }).fill(text);
  await page.getByRole('button', { name: kind === 'Reply' ? 'Send reply' : 'Add note' }).click();
}

export function conversation(page: Page) {
  return page.getByRole('region', { name: 'Conversation' });
}
