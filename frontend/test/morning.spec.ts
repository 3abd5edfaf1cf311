import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { picture } from './support/files.ts';
import { createTenant, invite, newcomer, uniqueEmail } from './support/new-tenant.ts';
import { untilLive } from './support/people.ts';
import { test } from './support/test.ts';
import { conversation, openTicket } from './support/tickets.ts';

test.use({ actionTimeout: 15_000 });

/** What one does, the other sees within this time. */
const SEEN = { timeout: 5_000 };
/** More stops than any page here has. */
const STOPS = 80;
const CANNED = 'Thank you, Anke Petersen. A technician comes at noon.';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const status = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const alert = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });
const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes by Tab, or by `key`, to what is to be used. */
async function reach(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let stop = 0; stop < STOPS && !(await isThere()); stop += 1) await page.keyboard.press(key);
  await expect(target).toBeFocused();
}

async function palette(page: Page, words: string, option: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Command palette' });
  await press(page, 'Control+k');
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(dialog.getByRole('option', { selected: true })).toHaveText(option);
  await press(page, 'Enter');
  await expect(dialog).toBeHidden();
}

interface Kitchen {
  tom: Page;
  mara: Page;
}

/** A workspace of their own: an owner, an agent, an answer they share and three tickets. */
async function newKitchen(browser: Browser): Promise<Kitchen> {
  const mara = await newcomer(browser, await createTenant('Morgenküche'), 'Mara Klein');
  const tom = await newcomer(browser, await invite(mara, uniqueEmail('tom')), 'Tom Becker');
  await mara.goto('/settings/canned-answers/new');
  await mara.getByLabel('Name').fill('Technician');
  await mara.getByLabel('Shortcut').fill('tech');
  await mara.getByLabel('Text').fill('Thank you, {{contact.name}}. A technician comes at noon.');
  await mara.getByRole('form', { name: 'New answer' }).getByLabel('For').selectOption('Everyone');
  await mara.getByRole('button', { name: 'Create' }).click();
  await expect(mara.getByRole('row', { name: /tech/ })).toBeVisible();
  const requester = { Requester: 'Anke Petersen <anke@nord.example>' };
  await openTicket(mara, 'The van is late', { Message: 'Where is it?', ...requester });
  await openTicket(mara, 'The fridge hums', { Message: 'Since last night.', ...requester });
  await openTicket(mara, 'Fridge two hums again', { Message: 'Louder than before.', ...requester });
  return { tom, mara };
}

async function findsByWords(tom: Page): Promise<void> {
  await palette(tom, 'fridge again', /Fridge two hums again/);
  await expect(heading(tom, 'Fridge two hums again')).toBeVisible();
}

async function takesTwo(tom: Page): Promise<void> {
  await palette(tom, 'tickets', 'Tickets');
  await expect(heading(tom, 'Tickets')).toBeVisible();
  await expect(tom.locator('[data-row]')).toHaveCount(3);
  await press(tom, 'j', 'x', 'j', 'x');
  await expect(tom.getByText('2 selected')).toBeVisible();
  const second = await tom.locator(':focus').textContent();
  await palette(tom, 'assign', 'Assign');
  await reach(tom, tom.getByRole('group', { name: 'Assign' }).getByRole('button', { name: 'Me', exact: true }));
  await press(tom, 'Enter');
  await expect(status(tom, '2 changed')).toBeVisible();
  await expect(tom.getByTitle('Tom Becker')).toHaveCount(2);
  await expect(tom.locator(':focus')).toHaveText(second ?? '');
}

/** Both write at once: what crossed is shown, sending refused, and sent all the same. */
async function answers(tom: Page, mara: Page): Promise<void> {
  await press(tom, 'r');
  await expect(reply(tom)).toBeFocused();
  await tom.keyboard.type('/tec');
  await expect(tom.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name: 'Technician' })).toBeVisible();
  await press(tom, 'Enter');
  await expect(reply(tom)).toHaveValue(CANNED);
  await expect(mara.getByText('Tom Becker is typing…')).toBeVisible(SEEN);

  const file = tom.getByRole('form', { name: 'Reply' }).getByLabel('Attach files');
  await reach(tom, file);
  await file.setInputFiles(picture('plan of the visit.png'));
  await expect(tom.getByRole('list', { name: 'Files to send' }).getByRole('checkbox', { includeHidden: true })).toBeAttached();

  await press(mara, 'r');
  await mara.keyboard.type('We are looking');
  await expect(tom.getByText('Mara Klein is typing…')).toBeVisible(SEEN);
  await mara.keyboard.type(' into it.');
  await press(mara, 'Control+Enter');
  const news = alert(tom, 'Mara Klein wrote while you were typing.');
  await expect(news).toContainText('We are looking into it.', SEEN);

  await reach(tom, reply(tom), 'Shift+Tab');
  await press(tom, 'Control+Enter');
  await expect(tom.getByRole('form', { name: 'Reply' })).toHaveAttribute('aria-busy', 'false');
  await expect(news).toContainText('We are looking into it.');
  await expect(reply(tom)).toHaveValue(CANNED);
  await expect(conversation(mara)).not.toContainText(CANNED);
  await reach(tom, news.getByRole('button', { name: 'Send anyway' }), 'Shift+Tab');
  await press(tom, 'Enter');
  await expect(conversation(tom)).toContainText(CANNED);
  await expect(conversation(mara)).toContainText(CANNED, SEEN);
  await expect(conversation(mara).getByRole('link', { name: 'plan of the visit.png' })).toBeVisible(SEEN);
  await expect(reply(tom)).toHaveValue('');
  await expect(reply(tom)).toBeFocused();
}

async function mentions(tom: Page, mara: Page): Promise<void> {
  await press(tom, 'Escape', 'n');
  const note = tom.getByRole('textbox', { name: 'Internal note' });
  await expect(note).toBeFocused();
  await tom.keyboard.type('Is it the same one, @mar');
  await expect(tom.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name: 'Mara Klein' })).toBeVisible();
  await press(tom, 'Enter');
  await tom.keyboard.type('?');
  await press(tom, 'Control+Enter');
  await expect(conversation(tom).getByText('@Mara Klein')).toBeVisible();
  await expect(note).toBeFocused();
  await expect(mara.getByRole('link', { name: /Notifications, \d+ unread/ })).toBeVisible(SEEN);
}

async function mergesAndUndoes(tom: Page, subject: string, other: string): Promise<void> {
  await press(tom, 'Escape', 'm');
  await expect(tom.getByRole('main').getByRole('searchbox').last()).toBeFocused();
  await tom.keyboard.type(other);
  await press(tom, 'Enter');
  await expect(tom).toHaveURL(/\?q=/);
  const found = tom.getByRole('navigation', { name: 'Tickets found' }).getByRole('link', { name: other });
  await expect(found).toBeVisible();
  await press(tom, 'Escape');
  await reach(tom, found, 'j');
  await press(tom, 'Enter');
  await reach(tom, tom.getByRole('button', { name: /^Merge into \d+$/ }));
  await press(tom, 'Enter');
  await expect(heading(tom, other)).toBeVisible();
  await expect(conversation(tom)).toContainText(CANNED);
  await reach(tom, status(tom, 'was merged into this ticket').getByRole('button', { name: 'Undo' }));
  await press(tom, 'Enter');
  await expect(heading(tom, subject)).toBeVisible();
  await expect(conversation(tom)).toContainText('undid the merge');
  await expect(conversation(tom)).toContainText(CANNED);
}

test('an agent’s morning by keyboard alone, beside a colleague at the same ticket', async ({ browser }) => {
  test.setTimeout(120_000);
  const { tom, mara } = await newKitchen(browser);
  await untilLive(tom);
  await findsByWords(tom);
  await takesTwo(tom);

  await press(tom, 'Enter');
  await expect(tom).toHaveURL(/\/tickets\/[0-9a-f-]{36}$/);
  const subject = (await tom.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await mara.goto(new URL(tom.url()).pathname);
  await untilLive(mara);
  await expect(tom.getByText('Mara Klein is looking')).toBeVisible(SEEN);
  await answers(tom, mara);
  await mentions(tom, mara);
  await mergesAndUndoes(tom, subject, 'The van is late');
});
