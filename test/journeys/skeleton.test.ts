import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { drawingOwner } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import type { Speaker } from './office-speaker.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { axeFindings, settled, watched } from './page-look.ts';
import { catalogue, type Language, say } from './words.ts';

jest.setTimeout(120_000);

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let foreign: readonly string[];
let broken: readonly string[];
beforeAll(async () => {
  browser = await openBrowser();
  server = await startBuiltServer();
  const persons = await personsBrowser(browser, server.url);
  ({ foreign, broken } = persons);
  page = watched(await persons.context.newPage());
  speak = await drawingOwner(page, server.setUpCode);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Drawn {
  readonly languages: readonly string[];
  readonly clocks: Readonly<Record<string, unknown>>;
  readonly delays: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly machine: { readonly states: Readonly<Record<string, { readonly meta?: { readonly title: Readonly<Record<string, string>> } }>> };
}

/** Somebody who begins a procedure in a language: what he does, and how the draft stands on the server. */
async function ownerIn(language: Language, id: string) {
  await speak('PATCH', '/me', { language });
  await page.goto('/procedures');
  await settled(page);
  const keyboard = await KeyboardReader.at(page);
  const drawn = async (): Promise<Drawn> => (await speak('GET', `/definitions/${id}/draft`)).document as Drawn;
  return {
    keyboard,
    button: (key: string) => keyboard.enter({ role: 'button', name: say(language, key) }),
    drawn,
    /** Until the server has it: the page saves by itself. */
    saved: async (isThere: (document: Drawn) => boolean): Promise<void> => {
      for (let look = 0; look < 200; look += 1) {
        if (isThere(await drawn())) return;
        await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
      }
      throw new Error(`not saved: ${JSON.stringify(await drawn())}`);
    },
    noProblem: /=0 \{([^}]*)\}/.exec(catalogue(language)['outline.problems'] ?? '')?.[1] ?? '',
  };
}

test.each([
  ['en', { procedure: 'Tickets', id: 'tickets', weeks: '20', first: /Receive/ }],
  ['fa', { procedure: 'بلیت', id: 'procedure', weeks: '۲۰', first: /دریافت شکایت/ }],
] as const)('four questions answered by the keyboard draw a procedure after ISO 10002, in %s', async (language, words) => {
  const { keyboard, button, saved, noProblem } = await ownerIn(language, words.id);
  await button('procedures.new');
  await page.getByRole('dialog').getByRole('radio').nth(7).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await keyboard.go({ role: 'textbox', name: say(language, 'gallery.name') });
  await keyboard.type(words.procedure);
  await keyboard.press('Enter');
  await page.waitForURL(`**/procedures/${words.id}/map`);

  // A whole team answers within twenty working days; the outside body's result is waited for.
  await page.getByRole('heading', { level: 2, name: say(language, 'skeleton.title') }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await keyboard.go({ role: 'radio', name: new RegExp(say(language, 'skeleton.answers.two')) });
  await keyboard.press('ArrowDown');
  await keyboard.go({ role: 'textbox', name: say(language, 'skeleton.when.answer') });
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('3');
  await keyboard.go({ role: 'radio', name: say(language, 'skeleton.when.days') });
  await keyboard.press('ArrowDown');
  await keyboard.go({ role: 'radio', name: new RegExp(say(language, 'skeleton.disagree.named')) });
  await keyboard.press('ArrowDown');
  await button('skeleton.draw');
  // Three days are too few for all steps: that is said at the field, and nothing is drawn.
  await keyboard.go({ role: 'textbox', name: say(language, 'skeleton.when.answer') }, 'Shift+Tab');
  await page.getByText(/ 40\D|۴۰/).waitFor();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type(words.weeks);
  await button('skeleton.draw');

  // The first step is chosen and has the focus; the draft is whole and has no problem.
  await keyboard.until({ role: 'article', name: words.first });
  expect(page.url()).toContain('at=receiving');
  await page.getByRole('button', { name: noProblem }).waitFor();
  await saved(({ delays }) => delays.promise?.workingDays === 20);
  expect(await axeFindings(page)).toEqual([]);

  // Undone the questions are back, done again the map is; the history says where it came from.
  await keyboard.press('ControlOrMeta+z');
  await page.getByRole('heading', { level: 2, name: say(language, 'skeleton.title') }).waitFor();
  await saved(({ delays }) => delays.promise === undefined);
  await keyboard.press('ControlOrMeta+Shift+z');
  await page.getByRole('heading', { level: 2, name: say(language, 'skeleton.title') }).waitFor({ state: 'detached' });
  await saved(({ delays }) => delays.promise?.workingDays === 20);
  await button('history.title');
  await page
    .getByText(new RegExp(say(language, 'edit.skeleton-draw')))
    .first()
    .waitFor();
  await keyboard.press('Escape');

  // The outline asks the same, and what is drawn there begins at its first step, too.
  await keyboard.press('ControlOrMeta+z');
  const questions = page.getByRole('heading', { level: 2, name: say(language, 'skeleton.title') });
  await questions.waitFor();
  const onMap = await questions.elementHandle();
  await keyboard.enter({ role: 'link', name: say(language, 'design.outline') });
  await page.waitForURL('**/outline**');
  await page.waitForFunction((heading) => !heading?.isConnected, onMap); // The address is there before the page.
  await questions.waitFor();
  await button('skeleton.draw');
  await keyboard.until({ role: 'row', name: words.first });
  await saved(({ delays }) => delays.promise?.days === 30);
  expect(await axeFindings(page)).toEqual([]);

  await page.reload();
  await settled(page);
  await page.getByRole('row', { name: words.first }).first().waitFor();
  expect(foreign.concat(broken)).toEqual([]);
});

test('a draft is made of the bank in Polish, by the keyboard, and kept', async () => {
  const { keyboard, button, drawn, noProblem } = await ownerIn('pl', 'reklamacjeKartowe');
  await button('procedures.new');
  await keyboard.go({ role: 'textbox', name: say('pl', 'gallery.name') });
  await keyboard.type('Reklamacje kartowe');
  await keyboard.go({ role: 'radio', name: new RegExp(say('pl', 'gallery.empty')) });
  await keyboard.press('ArrowDown');
  expect((await keyboard.focus()).name).toContain('Reklamacja w banku');
  await button('procedures.begin');
  await page.waitForURL('**/procedures/reklamacjeKartowe/map');
  await page.getByRole('heading', { level: 1, name: 'Reklamacje kartowe' }).waitFor();
  await page.getByRole('button', { name: noProblem }).waitFor();
  const names = ['Przyjęcie', 'Potwierdzenie', 'Ocena wstępna', 'Wyjaśnianie', 'Decyzja', 'Zatwierdzenie', 'Odpowiedź'];
  const more = ['Oczekiwanie na klienta', 'Zamknięta', 'Spór zewnętrzny'];
  const titles = async () => Object.values((await drawn()).machine.states).map(({ meta }) => meta?.title.pl);
  expect(await titles()).toEqual(expect.arrayContaining([...names, ...more]));
  await page
    .getByRole('article', { name: /Przyjęcie/ })
    .first()
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.reload();
  await settled(page);
  await page.getByRole('heading', { level: 1, name: 'Reklamacje kartowe' }).waitFor();
  // What tries it out came with it, and reaches what publishing asks for.
  await page.goto('/procedures/reklamacjeKartowe/try');
  await settled(page);
  await page.getByRole('button', { name: /^[0-9]+ z [0-9]+ / }).click();
  await page.getByRole('dialog').getByText(say('pl', 'trial.gate-met')).waitFor();
  expect((await axeFindings(page)).concat(foreign, broken)).toEqual([]);
});
