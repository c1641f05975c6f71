import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { type Colleague, colleague } from './colleague.ts';
import { idOf, type Speaker, speaker } from './office-speaker.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { axeFindings, settled, watched } from './page-look.ts';
import { setUpByPage } from './sample-office.ts';

jest.setTimeout(120_000);

let server: BuiltServer;
let browser: Browser;
let emily: Page;
let speak: Speaker;
let omar: Colleague;
beforeAll(async () => {
  server = await startBuiltServer();
  browser = await openBrowser();
  const { context } = await personsBrowser(browser, server.url);
  emily = watched(await context.newPage());
  await setUpByPage(emily, server.setUpCode);
  speak = await speaker(emily);
  const id = idOf((await speak('GET', '/session')).person);
  const { revision } = await speak('GET', `/people/${id}`);
  await speak('PATCH', `/people/${id}`, { rights: ['administrator', 'process-owner'] }, Number(revision));
  await speak('PUT', '/definitions/starter/draft', { document: (await speak('GET', '/definitions/starter/versions/1')).document }, 0);
  omar = await colleague(browser, server.url, speak, {
    name: 'Omar Haddad',
    email: 'omar@brannocs.example',
    rights: ['handler', 'process-owner'],
    roles: ['handler'],
  });
  watched(omar.page);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('two draw on different steps: each sees the other, and what he did, without asking', async () => {
  await at(emily, 'recording');
  await at(omar.page, 'examining');
  const others = emily.getByRole('list', { name: 'Also here' });
  await others.getByText(/^Omar Haddad, at/).waitFor();
  await rename(emily, 'Write it down');
  await rename(omar.page, 'Look closely');
  for (const page of [emily, omar.page]) for (const name of ['Write it down', 'Look closely']) await row(page, name).waitFor();
  await told(emily, /^Saved/);
  await settled(emily);
  expect(await axeFindings(emily)).toEqual([]);
  await omar.page.goto('/tasks');
  await others.waitFor({ state: 'detached' });
});

test('on the same step the second one sees both and chooses; what he drew elsewhere while away is there too', async () => {
  await at(emily, 'deciding');
  await at(omar.page, 'deciding');
  await omar.context.setOffline(true);
  await rename(omar.page, 'Think about it');
  await choose(omar.page, 'Look closely');
  await rename(omar.page, 'Look very closely');
  await told(omar.page, /^Offline: kept here/);
  await rename(emily, 'Make up our mind');
  await told(emily, /^Saved/);
  await omar.context.setOffline(false);
  const question = omar.page.getByRole('alertdialog');
  await question.getByRole('button', { name: /^Take the one of/ }).waitFor();
  await settled(omar.page);
  expect(await axeFindings(omar.page)).toEqual([]);
  expect(await row(emily, 'Look very closely').count()).toBe(0); // Nothing goes before he has chosen.
  await question.getByRole('button', { name: 'Keep mine' }).click();
  for (const page of [emily, omar.page]) for (const name of ['Think about it', 'Look very closely']) await row(page, name).waitFor();
});

test('what was drawn while nothing answered survives a reload and goes when the server answers again', async () => {
  const asked: string[] = [];
  omar.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await at(omar.page, 'closing');
  await omar.context.route('**/definitions/starter/draft**', (route) => route.abort());
  await rename(omar.page, 'Shut the file');
  await told(omar.page, /^Offline: kept here/);
  await omar.page.reload();
  expect(asked).toEqual(['beforeunload']);
  await row(omar.page, 'Shut the file').waitFor();
  await told(omar.page, /^Offline: kept here/);
  expect(await row(emily, 'Shut the file').count()).toBe(0);
  await omar.context.unroute('**/definitions/starter/draft**');
  await row(emily, 'Shut the file').waitFor();
  await told(omar.page, /^Saved/);
});

async function at(page: Page, step: string): Promise<void> {
  await page.goto(`/procedures/starter/outline?at=${step}`);
  await page.getByRole('complementary', { name: 'Details of what is chosen' }).getByLabel('Name in English').waitFor();
}
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^[^,]+, ${name}$`) });
const choose = async (page: Page, name: string) => await row(page, name).click();
const rename = async (page: Page, name: string) => await page.getByLabel('Name in English').fill(name);
const told = async (page: Page, words: RegExp) => await page.getByRole('status').filter({ hasText: words }).waitFor();
