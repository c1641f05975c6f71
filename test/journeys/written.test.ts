import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { type Colleague, colleague, password } from './colleague.ts';
import { type Speaker, speaker } from './office-speaker.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { openTask } from './sample-cases.ts';
import { setUpByPage } from './sample-office.ts';

jest.setTimeout(120_000);

let server: BuiltServer;
let browser: Browser;
let emily: Page;
let speak: Speaker;
let omar: Colleague;

const rights = ['handler', 'team-lead', 'process-owner'];

beforeAll(async () => {
  server = await startBuiltServer();
  browser = await openBrowser();
  const { context } = await personsBrowser(browser, server.url);
  emily = await context.newPage();
  await setUpByPage(emily, server.setUpCode);
  speak = await speaker(emily);
  await speak('PUT', '/me/handling', { handlesComplaints: true });
  omar = await colleague(browser, server.url, speak, {
    name: 'Omar Haddad',
    email: 'omar@brannocs.example',
    rights,
    roles: ['handler'],
  });
  const { document } = await omar.speak('GET', '/definitions/starter/versions/1');
  await omar.speak('PUT', '/definitions/starter/draft', { document }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('what is written in a dialog is not thrown away by a click beside it, by Back or by a reload without a word', async () => {
  await emily.goto('/organisation');
  await emily.getByRole('link', { name: 'People' }).click();
  await emily.getByRole('button', { name: 'Invite' }).first().click();
  const name = emily.getByRole('dialog').getByLabel('Name', { exact: true });
  await name.fill('Jan');
  const question = emily.getByRole('alertdialog', { name: 'Throw away what you wrote?' });
  await emily.mouse.click(5, 5);
  await question.waitFor();
  await emily.getByRole('button', { name: 'Go on writing' }).click();
  await question.waitFor({ state: 'detached' });
  await name.and(emily.locator(':focus')).waitFor();
  await emily.keyboard.type(' K');
  expect(await name.inputValue()).toBe('Jan K');
  await emily.evaluate(() => window.history.back());
  await question.waitFor();
  await emily.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await emily.waitForURL(/people/);
  expect(await name.inputValue()).toBe('Jan K');

  const asked = emily.waitForEvent('dialog');
  const reload = emily.reload().catch(() => undefined);
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await reload;
  expect(await emily.getByRole('dialog').count()).toBe(0);
});

test('a task whose case is cancelled under its form says by whom, and keeps the answers in sight', async () => {
  for (const at of ['the page of the case', 'the list of tasks']) {
    const { id, task } = await claimed('Torn coat');
    await emily.goto(at === 'the list of tasks' ? `/tasks?task=${encodeURIComponent(task)}` : `/cases/${id}`);
    await emily.getByLabel('Product or service').fill('A blue coat');
    await cancel(id);
    await emily.getByText(/^Omar Haddad cancelled the case, on \d/).waitFor();
    await emily.getByRole('button', { name: 'Show my answers' }).click();
    await emily.getByText('A blue coat', { exact: true }).waitFor();
  }
});

test('what was being recorded for the complainant stays to be copied when a colleague ends the case', async () => {
  const { id } = await claimed('Lost suitcase');
  await emily.goto(`/cases/${id}`);
  await emily.getByRole('button', { name: 'Add information' }).click();
  const dialog = emily.getByRole('dialog', { name: 'Add information' });
  await dialog.getByLabel('What you want to add').fill('The suitcase is green');
  await dialog.getByLabel('What proves it').fill('Note of the front desk');
  await cancel(id);
  await dialog.getByText('Omar Haddad cancelled the case').waitFor();
  expect(await dialog.getByLabel('What you want to add').inputValue()).toBe('The suitcase is green');
  expect(await dialog.getByLabel('What proves it').inputValue()).toBe('Note of the front desk');
  expect(await dialog.getByRole('button', { name: 'Add information' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await dialog.waitFor({ state: 'detached' });
});

test('whoever loses his role over what he records reads that, not that the case moved on; with the role again his words are there', async () => {
  const { id } = await claimed('Lost scarf');
  const { page } = omar;
  const rolesOf = async (roles: readonly string[]) => {
    const { revision } = await speak('GET', `/people/${omar.id}`);
    const assignments = roles.length > 0 ? ['starter', 'complaint'].map((definition) => ({ definition, roles })) : [];
    await speak('PATCH', `/people/${omar.id}`, { rights: roles.length > 0 ? rights : ['compliance'], assignments }, Number(revision));
  };
  await page.goto(`/cases/${id}`);
  await page.getByRole('button', { name: 'Add information' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add information' });
  await dialog.getByLabel('What you want to add').fill('The scarf is green');
  await dialog.getByText('Draft kept').waitFor();
  await rolesOf([]);
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await dialog.getByText('Your roles do not allow this').waitFor();
  expect(await dialog.getByText('moved on').count()).toBe(0);
  expect(await dialog.getByLabel('What you want to add').inputValue()).toBe('The scarf is green');
  await rolesOf(['handler']);
  await page.goto(`/cases/${id}`);
  await page.getByRole('button', { name: 'Add information' }).click();
  expect(await dialog.getByLabel('What you want to add').inputValue()).toBe('The scarf is green');
});

test('the reason for cancelling, and for letting a deadline pass, stays when a colleague was faster', async () => {
  const cancelled = await claimed('Cold soup');
  await emily.goto(`/cases/${cancelled.id}`);
  await emily.getByRole('button', { name: 'More' }).last().click();
  await emily.getByRole('menuitem', { name: /Cancel/ }).click();
  await written('Sent twice', 'cancelled the case', async () => await cancel(cancelled.id));

  const { id } = await claimed('Loud music');
  await emily.goto(`/cases/${id}`);
  await emily.getByRole('tab', { name: 'Deadlines' }).click();
  await emily.getByRole('button', { name: 'Let it pass now…' }).first().click();
  await written('Nobody answers', 'was faster', async () => {
    await omar.speak('POST', `/cases/${id}/timers/recording.recordBy/firing`, { reason: 'Time is up' });
  });
});

test('a sign-in that ends under the start form, and under a new step of a drawing, takes nothing that was written', async () => {
  const { page, context } = omar;
  await page.goto('/cases/new?definition=starter');
  const account = page.getByRole('textbox', { name: 'What happened' });
  await account.fill('A long story');
  await page.getByRole('button', { name: 'Somebody new' }).click();
  await page.getByLabel('Name', { exact: true }).first().fill('Jan Kowalski');
  await context.clearCookies();
  await account.fill('A long story, and longer');
  await signInAgain(page);
  expect(await account.inputValue()).toBe('A long story, and longer');
  expect(await page.getByLabel('Name', { exact: true }).first().inputValue()).toBe('Jan Kowalski');

  await page.goto('/procedures/starter/outline?at=examining');
  await page
    .getByRole('button', { name: /New step/ })
    .first()
    .click();
  const name = page.getByRole('dialog').getByRole('textbox').first();
  await name.fill('Ask the neighbour');
  await context.clearCookies();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await signInAgain(page);
  expect(await name.inputValue()).toBe('Ask the neighbour');
});

test('a start form whose procedure is retired meanwhile stays with every word, and says by whom', async () => {
  await emily.goto('/cases/new?definition=starter');
  const account = emily.getByRole('textbox', { name: 'What happened' });
  await account.fill('The lamp fell down');
  await emily.getByText('Phone', { exact: true }).click();
  await emily.getByRole('textbox', { name: 'How to reach you' }).fill('ada@example.org');
  await omar.page.goto('/procedures/starter/versions');
  await omar.page.getByRole('button', { name: 'Retire the procedure' }).click();
  await omar.page.getByRole('dialog').getByRole('textbox').fill('One for all branches from now on');
  await omar.page.getByRole('dialog').getByRole('button', { name: 'Retire the procedure' }).click();
  await omar.page
    .getByText(/Retired by .*Omar Haddad/)
    .first()
    .waitFor();
  await omar.page.getByText('One for all branches from now on').waitFor();
  // It is heard of at once, before anything was sent.
  await emily.getByText(/takes no new complaints any more.*Retired by .*Omar Haddad/).waitFor();
  await emily.getByText('One for all branches from now on').waitFor();
  expect(await account.inputValue()).toBe('The lamp fell down');
  await emily.goto('/procedures');
  await emily.getByText(/Retired by .*Omar Haddad/).waitFor();
});

test('a person and a calendar are not left with something typed without a word, and a change meanwhile takes nothing of it', async () => {
  const question = emily.getByRole('alertdialog', { name: 'Leave without saving?' });
  await emily.goto(`/people/${omar.id}`);
  const name = emily.getByLabel('Name', { exact: true });
  await name.fill('Omar Haddad-Nowak');
  const { revision, rights } = await speak('GET', `/people/${omar.id}`);
  await speak('PATCH', `/people/${omar.id}`, { rights: [...(rights as string[]), 'management'] }, Number(revision));
  const read = emily.waitForResponse((response) => response.url().endsWith(`/people/${omar.id}`) && response.request().method() === 'GET');
  await emily.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await read;
  await emily.getByRole('checkbox', { name: /Management/, checked: true }).waitFor();
  expect(await name.inputValue()).toBe('Omar Haddad-Nowak');
  await emily.getByRole('link', { name: 'Calendar' }).click();
  await question.waitFor();
  await emily.getByRole('button', { name: 'Stay here' }).click();
  await emily.getByRole('button', { name: 'Save' }).click();
  await emily.getByRole('heading', { level: 1, name: 'Omar Haddad-Nowak' }).waitFor();

  await emily.getByRole('link', { name: 'Calendar' }).click();
  await emily.getByRole('button', { name: 'Add a day' }).click();
  await emily.getByRole('link', { name: 'People' }).click();
  await question.waitFor();
  await emily.getByRole('button', { name: 'Leave without saving' }).click();
  await emily.getByRole('heading', { level: 1, name: 'People' }).waitFor();
});

/** Whoever is signed out is covered, comes back by the password, and the page has asked everything anew. */
async function signInAgain(page: Page): Promise<void> {
  const cover = page.getByRole('alertdialog', { name: 'Your sign-in has ended' });
  await cover.getByLabel('Password', { exact: true }).fill(password);
  const asked = page.waitForResponse((response) => response.url().includes('/definitions') && response.ok());
  await cover.getByRole('button', { name: 'Sign in and go on' }).click();
  await asked;
  await cover.waitFor({ state: 'detached' });
}

/** A reason that somebody writes in the open dialog while a colleague does what he `did`. */
async function written(reason: string, did: string, meanwhile: () => Promise<void>): Promise<void> {
  const dialog = emily.getByRole('dialog');
  await dialog.getByRole('textbox').last().fill(reason);
  await meanwhile();
  await dialog.getByText(`Omar Haddad ${did}`).waitFor();
  expect(await dialog.getByRole('textbox').last().inputValue()).toBe(reason);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await dialog.waitFor({ state: 'detached' });
}

async function claimed(description: string): Promise<{ readonly id: string; readonly task: string }> {
  const { id } = await speak('POST', '/cases', {
    definition: 'starter',
    channel: 'phone',
    receivedAt: new Date().toISOString(),
    values: { description, contact: 'ada@example.org' },
  });
  const task = await openTask(speak, String(id));
  await speak('POST', `/tasks/${encodeURIComponent(task)}/claim`, {});
  return { id: String(id), task };
}

const cancel = async (id: string): Promise<void> => {
  await omar.speak('POST', `/cases/${id}/cancellation`, { reason: 'Sent twice by mistake' });
};
