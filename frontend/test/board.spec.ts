import { expect, type Page } from '@playwright/test';
import { signIn, someone } from './support/people.ts';
import { test } from './support/test.ts';
import { choose, openTicket, uniqueSubject } from './support/tickets.ts';

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const board = (subject: string) => `/tickets?layout=board&q=${encodeURIComponent(subject)}`;

test('a card is dragged to its next status, and goes back where the move is refused', async ({ browser }) => {
  const page = await someone(browser, 'agent@harbor.test');
  const subject = uniqueSubject('Dragged about');
  await openTicket(page, subject);
  await page.goto(board(subject));
  await expect(page.locator('[data-draggable="on"]')).toBeVisible();
  const card = page.getByRole('listitem').filter({ hasText: subject });
  await card.dragTo(column(page, 'Open'));
  await expect(column(page, 'Open').getByRole('link', { name: subject })).toBeVisible();
  await expect(column(page, 'New').getByRole('link')).toHaveCount(0);
  await expect(card).toHaveAttribute('data-allowed', /solved/);
  await card.dragTo(column(page, 'Solved'));
  await expect(page.getByRole('alert').filter({ hasText: 'stays where it was' })).toBeVisible();
  await expect(column(page, 'Open').getByRole('link', { name: subject })).toBeVisible();
});

test('the keyboard moves a card by its own choice of status', async ({ browser }) => {
  const page = await someone(browser, 'agent@harbor.test');
  const subject = uniqueSubject('By keyboard');
  await openTicket(page, subject);
  await page.goto(board(subject));
  await page.getByRole('combobox', { name: `Status of ${subject}` }).selectOption('Pending');
  await expect(column(page, 'Pending').getByRole('link', { name: subject })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('cards move by their forms, filters nest, and views are saved, changed and deleted', async ({ page }) => {
    await signIn(page, 'agent@harbor.test');
    const subject = uniqueSubject('Plainly on the board');
    await openTicket(page, subject);
    await choose(page, 'Priority', 'Urgent', true);
    await page.goto(board(subject));
    const card = page.getByRole('listitem').filter({ hasText: subject });
    await card.getByRole('combobox').selectOption('Hold');
    await card.getByRole('button', { name: 'Save' }).click();
    await expect(column(page, 'Hold').getByRole('link', { name: subject })).toBeVisible();

    await page.goto('/tickets/filter');
    await page.getByRole('listbox', { name: 'Value' }).selectOption(['Hold', 'Pending']);
    await page.getByRole('button', { name: 'Add a condition' }).click();
    const second = page.getByRole('group', { name: 'Condition' }).nth(1);
    await second.getByRole('combobox', { name: 'Field' }).selectOption('Subject');
    await page.getByRole('button', { name: 'Update the form' }).click();
    await page.getByRole('group', { name: 'Condition' }).nth(1).getByRole('textbox', { name: 'Value' }).fill(subject);
    await page.getByRole('button', { name: 'Show tickets' }).click();
    await expect(page.getByRole('row')).toHaveCount(2);
    await expect(page.getByRole('link', { name: subject })).toBeVisible();

    await page.getByRole('link', { name: 'Save as view' }).click();
    const name = `Held ${Date.now()}`;
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Save as view' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name })).toContainText('1');
    await expect(page.getByRole('link', { name: subject })).toBeVisible();
    await page.getByRole('link', { name: 'Edit view' }).click();
    await page.getByLabel('Name').fill(`${name} again`);
    await page.getByRole('button', { name: 'Save view' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `${name} again` })).toBeVisible();
    await page.getByRole('link', { name: 'Edit view' }).click();
    await page.locator('summary', { hasText: 'Delete view' }).click();
    await page.getByRole('button', { name: 'Delete view' }).click();
    await expect(page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name })).toHaveCount(0);
  });
});
