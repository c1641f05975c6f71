import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { KeyboardReader } from './keyboard.ts';
import { idOf, type Speaker, speaker } from './office-speaker.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { axeFindings, settled, watched } from './page-look.ts';
import { setUpByPage } from './sample-office.ts';
import { catalogue, type Language, languages, say, starter, textIn } from './words.ts';

jest.setTimeout(180_000);

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
beforeAll(async () => {
  browser = await openBrowser();
  server = await startBuiltServer();
  const { context, foreign, broken } = await personsBrowser(browser, server.url);
  trouble = [foreign, broken];
  page = watched(await context.newPage());
  await setUpByPage(page, server.setUpCode);
  speak = await speaker(page);
  const id = idOf((await speak('GET', '/session')).person);
  const { revision } = await speak('GET', `/people/${id}`);
  await speak(
    'PATCH',
    `/people/${id}`,
    { rights: ['administrator', 'process-owner', 'handler'], assignments: [{ definition: 'starter', roles: ['handler'] }] },
    Number(revision),
  );
  // Nothing tries it out yet.
  const { document } = await speak('GET', '/definitions/starter/versions/1');
  await speak('PUT', '/definitions/starter/draft', { document, scenarios: {} }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** A colleague saves the draft otherwise. */
async function redraw(document: unknown): Promise<void> {
  const { revision, layout, scenarios } = await speak('GET', '/definitions/starter/draft');
  await speak('PUT', '/definitions/starter/draft', { document, layout, scenarios }, Number(revision));
}

/** The beginning of a sentence with a number in it. */
const before = (language: Language, id: string) => (catalogue(language)[id] ?? '').split('{')[0] ?? '';

test.each(languages)(
  'a draft is tried out by keyboard on a pretend clock, and nothing leaves the window, in %s',
  async (language: Language) => {
    await speak('PATCH', '/me', { language });
    const counted = async () => (await speak('POST', '/cases/search', {})).rows;
    const casesBefore = await counted();
    await speak('DELETE', '/drafts/story:starter'); // What the reader before told would be gone on with.
    await page.goto('/procedures/starter/outline');
    await settled(page);
    const keyboard = await KeyboardReader.at(page);
    const button = (name: string | RegExp) => keyboard.enter({ role: 'button', name });
    /** “3 of 9 outcomes and deadlines”. */
    const gateShare = new RegExp(`[0-9۰-۹]+ .*${(catalogue(language)['trial.gate-share'] ?? '').split('}').at(-1)?.trim()}$`);
    const event = (id: string) => textIn(starter.events[id]?.label, language);
    /** The focus comes back to what can be done: the button that was pressed is gone. */
    const actsAgain = () => keyboard.until({ role: 'region', name: say(language, 'trial.acts') });

    await keyboard.enter({ role: 'link', name: say(language, 'design.try') });
    await page.waitForURL(/starter\/try/);
    await settled(page);
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    // Nothing is filled in: the form says so before anything begins.
    await button(say(language, 'trial.begin'));
    await page.getByRole('alert').first().waitFor();
    await button(say(language, 'trial.fill'));
    await button(say(language, 'trial.begin'));
    await actsAgain();
    expect(await page.locator('[data-map="recording"]').getAttribute('data-mark')).toBe('here');

    // A working day passes and its deadline with it; a line of the story takes that back.
    await keyboard.go({ role: 'button', name: new RegExp(`^${before(language, 'trial.next-deadline')}`) }, 'Shift+Tab');
    await keyboard.press('Enter');
    await actsAgain();
    await page.locator('[data-map="examining"][data-mark="here"]').waitFor();
    await keyboard.go({ role: 'button', name: new RegExp(say(language, 'trial.begun')) }, 'Shift+Tab');
    await keyboard.press('Enter');
    await page.locator('[data-map="recording"][data-mark="here"]').waitFor();

    // From there somebody else acts, and the next one is already chosen.
    await keyboard.go({ role: 'button', name: say(language, 'trial.fill') });
    await keyboard.press('Enter');
    await button(event('recorded'));
    await actsAgain();
    await page.locator('[data-map="examining"][data-mark="here"]').waitFor();
    expect(await page.locator('[data-map="recording"]').getAttribute('data-mark')).toBe('walked');
    await button(say(language, 'trial.fill'));
    await button(event('examined'));
    await actsAgain();
    await page.locator('[data-map="deciding"][data-mark="here"]').waitFor();
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    // Whoever loads the page anew, or goes elsewhere and comes back, goes on where the story stands.
    await page.reload();
    await page.locator('[data-map="deciding"][data-mark="here"]').waitFor();
    await page.goto('/tasks');
    await settled(page);
    await page.goto('/procedures/starter/try');
    await page.locator('[data-map="deciding"][data-mark="here"]').waitFor();
    await settled(page);

    // On another drawing it says from which line on it cannot be played, and goes back there.
    const { document: drawn } = await speak('GET', '/definitions/starter/draft');
    await redraw(JSON.parse(JSON.stringify(drawn).replaceAll('"examined"', '"lookedAt"')));
    const goBack = page.getByRole('button', { name: new RegExp(`^${before(language, 'trial.back-before')}`) });
    await goBack.waitFor();
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await keyboard.go({ role: 'button', name: new RegExp(`^${before(language, 'trial.back-before')}`) }, 'Shift+Tab');
    await keyboard.press('Enter');
    await page.locator('[data-map="examining"][data-mark="here"]').waitFor();
    await goBack.waitFor({ state: 'detached' });
    await redraw(drawn);
    await page.reload();
    await page.locator('[data-map="examining"][data-mark="here"]').waitFor();
    await settled(page);
    await keyboard.go({ role: 'button', name: new RegExp(`(^|[0-9۰-۹] ?)${event('examined')}`) });
    await keyboard.press('Enter');
    await page.locator('[data-map="deciding"][data-mark="here"]').waitFor();

    // Letters that would go are read as they would arrive.
    const letters = page.getByRole('dialog');
    await button(new RegExp(textOfLetters(language)));
    await letters.getByText(textIn(starter.letters.acknowledgement?.title, language)).first().click();
    await letters.getByText('C-0000-0000').first().waitFor();
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await keyboard.press('Escape');

    // Kept as a scenario it is played again after every change, and stays. Nothing of it was a case.
    await button(say(language, 'trial.save'));
    await page.locator('[role="dialog"] input').first().waitFor();
    await keyboard.type(names[language]);
    await keyboard.press('Enter');
    await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
    await page.locator('[data-went="well"]').waitFor();
    // What is missing before it can be published gets a reason.
    await button(gateShare);
    await page.getByRole('dialog').waitFor();
    await keyboard.go({ role: 'textbox', name: new RegExp(`^${before(language, 'trial.reason')}`) });
    await keyboard.type(names[language]);
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await keyboard.press('Escape');
    const reasons = async () =>
      JSON.stringify(((await speak('GET', '/definitions/starter/draft')).scenarios as { readonly gaps?: object }).gaps ?? {});
    for (let look = 0; look < 300 && !(await reasons()).includes(names[language]); look += 1)
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
    expect(await reasons()).toContain(names[language]);
    await page.goto('/procedures/starter/try');
    await settled(page);
    await keyboard.enter({ role: 'button', name: /^[0-9۰-۹]+ (scenario|سناریو|scenariusz)/ });
    await keyboard.until({ role: 'menuitemradio', name: /./ });
    for (let item = 0; item < 20 && !(await keyboard.focus()).name.includes(names[language]); item += 1) await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.locator('[data-map="deciding"][data-mark="here"]').waitFor();
    expect(await counted()).toEqual(casesBefore);
  },
);

test.each(languages)(
  'what could become of a running case is tried out from its page, and the case stays as it is, in %s',
  async (language) => {
    await speak('PATCH', '/me', { language });
    const { id } = await speak('POST', '/cases', {
      definition: 'starter',
      channel: 'phone',
      receivedAt: new Date().toISOString(),
      values: { description: 'The parcel came late', contact: 'jan@example.org' },
    });
    await page.goto(`/cases/${id}`);
    await settled(page);
    const keyboard = await KeyboardReader.at(page);
    const { revision } = await speak('GET', `/cases/${id}`);
    await keyboard.enter({ role: 'link', name: say(language, 'case.what-if') });
    await page.waitForURL(/what-if/);
    await page.locator('[data-map="recording"][data-mark="here"]').waitFor();
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await keyboard.enter({ role: 'button', name: new RegExp(`^${before(language, 'trial.next-deadline')}`) });
    await page.locator('[data-map="examining"][data-mark="here"]').waitFor();
    expect((await speak('GET', `/cases/${id}`)).revision).toBe(revision);
  },
);

const names = { en: 'Examined at once', fa: 'بررسی فوری', pl: 'Zbadane od razu' } as const;

/** What the list of letters is called for more than one. */
const textOfLetters = (language: Language): string => ({ en: 'would go', fa: 'نامه', pl: 'pism' })[language];
