import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { type Colleague, colleague } from './colleague.ts';
import { KeyboardReader } from './keyboard.ts';
import { idOf, type Speaker, speaker } from './office-speaker.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { axeFindings, settled, watched } from './page-look.ts';
import { setUpByPage } from './sample-office.ts';
import { untilThere } from './until-there.ts';
import { catalogue, type Language, languages, say } from './words.ts';

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

test.each(languages)('where both changed two steps each is chosen by itself, by the keyboard alone, in %s', async (language) => {
  await omar.speak('PATCH', '/me', { language });
  const names = { mine: { recording: `Mine one ${language}`, examining: `Mine two ${language}` }, theirs: `Theirs ${language}` };
  await at(emily, 'recording');
  await at(omar.page, 'recording', language);
  await omar.context.setOffline(true);
  for (const step of ['recording', 'examining'] as const) {
    await omar.page.locator(`[role="row"][data-key="${step}"]`).click();
    await rename(omar.page, names.mine[step], language);
    await emily.locator(`[role="row"][data-key="${step}"]`).click();
    await rename(emily, `${names.theirs} ${step}`);
  }
  await told(emily, /^Saved/);
  await omar.context.setOffline(false);
  const question = omar.page.getByRole('alertdialog');
  await question.waitFor();
  await settled(omar.page);
  // As it was, mine and theirs, in words.
  for (const words of [names.mine.recording, `${names.theirs} recording`, say(language, 'quarrel.before')])
    await question.getByText(words, { exact: true }).first().waitFor();
  expect(await axeFindings(omar.page)).toEqual([]);
  const keyboard = await KeyboardReader.at(omar.page);
  await keyboard.until({ role: 'alertdialog', name: /./ });
  await keyboard.go({ role: 'radio', name: say(language, 'draft.mine') });
  await keyboard.press('Space');
  await keyboard.go({ role: 'radio', name: say(language, 'draft.mine') });
  await keyboard.press('ArrowDown');
  await keyboard.enter({ role: 'button', name: say(language, 'quarrel.use') });
  await question.waitFor({ state: 'detached' });
  await row(emily, language === 'en' ? names.mine.recording : `${names.theirs} recording`).waitFor();
  await row(emily, `${names.theirs} examining`).waitFor();
  await told(omar.page, new RegExp(`^${catalogue(language)['draft.saved']?.split('{')[0]}`));
  const saved = await titles();
  expect([saved.recording?.[language], saved.examining?.[language]]).toEqual([
    names.mine.recording,
    language === 'en' ? `${names.theirs} examining` : expect.not.stringContaining('Mine'),
  ]);
  await omar.speak('PATCH', '/me', { language: 'en' });
});

test.each(languages)(
  'who draws while a colleague sends the draft to review goes over to reading and loses nothing, in %s',
  async (language) => {
    const draft = async () => await speak('GET', '/definitions/starter/draft');
    const step = async (what: string) => await speak('POST', `/definitions/starter/draft/${what}`, {}, Number((await draft()).revision));
    const words = `Read it twice ${language}`;
    await at(emily, 'closing');
    await omar.speak('PATCH', '/me', { language });
    await at(omar.page, 'closing', language);
    await omar.context.route('**/definitions/starter/draft**', (route) => route.abort());
    await rename(omar.page, words, language);
    await omar.page.locator('[data-saved="offline"]').waitFor();
    await step('submission');
    await omar.context.unroute('**/definitions/starter/draft**');
    const status = omar.page.getByRole('status').filter({ hasText: say(language, 'review.locked') });
    await status.getByText('Emily Shaw').waitFor();
    await omar.page.getByRole('row').filter({ hasText: words }).first().waitFor();
    expect(await axeFindings(omar.page)).toEqual([]);
    const keyboard = await KeyboardReader.at(omar.page);
    await keyboard.enter({ role: 'button', name: say(language, 'draft.held-drop') });
    await omar.page.getByRole('alertdialog').waitFor();
    expect(await axeFindings(omar.page)).toEqual([]);
    await keyboard.enter({ role: 'button', name: say(language, 'draft.held-keep') });
    await omar.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await step('return');
    await status.waitFor({ state: 'detached' });
    await untilThere(emily, titles, ({ closing }) => closing?.[language] === words);
    await omar.page.locator('[data-saved="saved"]').waitFor();
    await omar.speak('PATCH', '/me', { language: 'en' });
  },
);

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

test('whoever may not open the drawing any more reads that what he drew and nobody has yet is kept; with the right again it goes', async () => {
  const { page } = omar;
  const rightsOf = async (rights: readonly string[]) => {
    const { revision } = await speak('GET', `/people/${omar.id}`);
    await speak('PATCH', `/people/${omar.id}`, { rights }, Number(revision));
  };
  await at(page, 'closing');
  await omar.context.route('**/definitions/starter/draft**', (route) => route.abort());
  await rename(page, 'Put the file away');
  await told(page, /^Offline: kept here/);
  await rightsOf(['handler']);
  await omar.context.unroute('**/definitions/starter/draft**');
  await page.reload();
  await page.getByText('1 edit of yours was not sent any more. It stays in this browser').waitFor();
  await rightsOf(['handler', 'process-owner']);
  await page.getByRole('button', { name: 'Try again' }).click();
  await row(page, 'Put the file away').waitFor();
  await row(emily, 'Put the file away').waitFor();
});

test('on the map, too: what a colleague removes hands the focus on, and what he changed says to everybody why it is not undone', async () => {
  for (const page of [emily, omar.page]) {
    await page.goto('/procedures/starter/map?at=examining');
    await settled(page);
  }
  const card = (page: Page, step: string) => page.locator(`[data-map="${step}"]`);
  await card(omar.page, 'examining').focus();
  await card(emily, 'examining').focus();
  await emily.keyboard.press('Delete');
  await card(omar.page, 'examining').waitFor({ state: 'detached' });
  await omar.page.waitForFunction(() => document.activeElement instanceof HTMLElement && document.activeElement.dataset.map !== undefined);
  await emily.keyboard.press('Control+z');
  await card(omar.page, 'examining').waitFor();

  const named = async (page: Page, name: string) => {
    await card(page, 'recording').click();
    await rename(page, name);
    await told(page, /^Saved/);
  };
  await named(emily, 'By Emily');
  await card(omar.page, 'recording').getByText('By Emily').waitFor();
  await named(omar.page, 'By Omar');
  await card(emily, 'recording').getByText('By Omar').waitFor();
  await card(emily, 'recording').focus();
  await emily.keyboard.press('Control+z');
  const why = emily.getByRole('status').filter({ hasText: /^Cannot be undone any more/ });
  await why.waitFor();
  expect((await why.boundingBox())?.height).toBeGreaterThan(20);
});

async function at(page: Page, step: string, language: Language = 'en'): Promise<void> {
  await page.goto(`/procedures/starter/outline?at=${step}`);
  await page
    .getByRole('complementary', { name: say(language, 'outline.panel') })
    .getByLabel(say(language, `outline.title.${language}`))
    .waitFor();
}
/** Names of the steps as the server has them. */
async function titles(): Promise<Readonly<Record<string, Readonly<Record<string, string>> | undefined>>> {
  const { machine } = (await speak('GET', '/definitions/starter/draft')).document as {
    machine: { states: Record<string, { meta: { title: Record<string, string> } }> };
  };
  return Object.fromEntries(Object.entries(machine.states).map(([id, { meta }]) => [id, meta.title]));
}
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^[^,]+, ${name}$`) });
const choose = async (page: Page, name: string) => await row(page, name).click();
const rename = async (page: Page, name: string, language: Language = 'en') =>
  await page.getByLabel(say(language, `outline.title.${language}`)).fill(name);
const told = async (page: Page, words: RegExp) => await page.getByRole('status').filter({ hasText: words }).waitFor();
