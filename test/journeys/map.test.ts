import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { colleague } from './colleague.ts';
import { KeyboardReader } from './keyboard.ts';
import { called, type Drawn, inside, mapDesk } from './map-desk.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { axeFindings, settled, watched } from './page-look.ts';
import { type SampleOffice, sampleOffice } from './sample-office.ts';
import { type Language, languages, say } from './words.ts';

jest.setTimeout(120_000);

const names = {
  en: { step: 'Thank the complainant', way: 'Thanked' },
  fa: { step: 'سپاس از شاکی', way: 'سپاس گفته شد' },
  pl: { step: 'Podziękuj składającemu', way: 'Podziękowano' },
} as const;

let browser: Browser;
let server: BuiltServer;
let page: Page;
let office: SampleOffice;
let desk: ReturnType<typeof mapDesk>;
let broken: readonly string[];
let foreign: readonly string[];
beforeAll(async () => {
  browser = await openBrowser();
  server = await startBuiltServer();
  const emily = await personsBrowser(browser, server.url);
  ({ foreign, broken } = emily);
  page = watched(await emily.context.newPage());
  await page.setViewportSize({ width: 1440, height: 900 });
  office = await sampleOffice(page, server.setUpCode);
  desk = mapDesk(page, office);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const isPressed = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test.each(languages)('a procedure is drawn on the map by the keyboard alone, in %s', async (language: Language) => {
  await office.choose({ language });
  const words = names[language];
  const keyboard = await KeyboardReader.at(page);
  const named = async (name: string) => {
    await page.locator('[role="dialog"] input').first().waitFor();
    await keyboard.type(name);
    await keyboard.press('Enter');
    await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  };
  /** Out of the menu of what is in focus. */
  const fromMenu = async (id: Parameters<typeof say>[1]) => {
    const name = say(language, id);
    await isPressed('Shift+F10');
    await page.getByRole('menuitem', { name }).waitFor();
    for (let item = 0; item < 12 && (await keyboard.focus()).name !== name; item += 1) await isPressed('ArrowDown');
    await isPressed('Enter');
  };
  await page.goto('/procedures/complaint/map');
  await settled(page);
  const forward = language === 'fa' ? 'ArrowLeft' : 'ArrowRight';

  // One stop of the tab key; the arrows walk along the procedure, Alt goes into a stage and out again.
  await keyboard.go({ role: 'article', name: new RegExp(`^${say(language, 'outline.kind.stage')}`) });
  await desk.focusIs('reception');
  await isPressed('Alt+ArrowDown');
  await desk.focusIs('intake');
  expect((await keyboard.focus()).name).toContain(say(language, 'chart.kind.task'));
  await isPressed(forward);
  await desk.focusIs('acknowledging');

  // A step after it, by its letter; it takes the focus.
  await isPressed('a');
  await named(words.step);
  const thank =
    called(inside(await desk.saved((drawn) => called(inside(drawn, 'reception'), words.step) !== undefined), 'reception'), words.step) ??
    '';
  await desk.focusIs(thank);

  // Its menu makes a second one, which takes the focus; undone, the first one is alone again.
  const twins = (drawn: Drawn) => Object.values(inside(drawn, 'reception')).filter(({ meta }) => meta?.title?.[language] === words.step);
  await fromMenu('map.act.copy');
  await desk.saved((drawn) => twins(drawn).length === 2);
  await isPressed('Control+z');
  await desk.saved((drawn) => twins(drawn).length === 1);
  await desk.at(thank).focus();

  // A way out of it from its menu, led to another step by C.
  await fromMenu('outline.add-way');
  await named(words.way);
  await page.waitForFunction(
    (step) => document.activeElement instanceof HTMLElement && document.activeElement.dataset.map?.startsWith(`${step}/on/`),
    thank,
  );
  const way = await desk.focused();
  expect((await keyboard.focus()).name).toContain(say(language, 'map.open-end'));
  await isPressed('c');
  await page.locator('[role="dialog"] input').first().waitFor();
  const deciding = (await desk.at('deciding').locator('b').getAttribute('title')) ?? '';
  await keyboard.type(deciding);
  await page.getByRole('option', { name: deciding }).first().waitFor();
  await isPressed('ArrowDown', 'Enter');
  await keyboard.enter({ role: 'button', name: say(language, 'outline.connect') });
  await desk.saved((drawn) => Object.values(inside(drawn, 'reception')[thank]?.on ?? {})[0]?.[0]?.target === '#deciding');
  await desk.focusIs(way);
  await isPressed(forward);
  await desk.focusIs('deciding');

  // F finds it again; M and the arrows place it; undo says what it undoes.
  await isPressed('f');
  await page.locator('[role="dialog"] input').first().waitFor();
  await keyboard.type(words.step);
  await page.locator('[role="option"]', { hasText: words.step }).waitFor();
  await isPressed('ArrowDown', 'Enter');
  await desk.focusIs(thank);
  const before = await desk.at(thank).boundingBox();
  await isPressed('m', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  const placed = await desk.saved(({ layout }) => layout.steps?.[thank]?.y !== undefined);
  expect(placed.layout.steps?.intake?.y).toBeDefined(); // What stands beside it stays where it is seen.
  expect((await desk.at(thank).boundingBox())?.y).toBeCloseTo((before?.y ?? 0) + 24, 0);

  // Taken away, brought back, taken away again; the focus is never lost.
  await isPressed('Delete');
  await desk.saved((drawn) => inside(drawn, 'reception')[thank] === undefined);
  await page.waitForFunction(() => document.activeElement instanceof HTMLElement && document.activeElement.dataset.map !== undefined);
  await isPressed('Control+z');
  await desk.saved((drawn) => inside(drawn, 'reception')[thank] !== undefined);
  await isPressed('Control+Shift+z');
  await desk.saved((drawn) => inside(drawn, 'reception')[thank] === undefined);
  expect(await axeFindings(page)).toEqual([]);
  expect({ foreign, broken }).toEqual({ foreign: [], broken: [] });
});

test('who may read a draft but not draw looks at it, and whatever he tries changes nothing', async () => {
  const { revision } = await office.speak('GET', '/definitions/complaint/draft');
  const invited = { name: 'Lena Fox', email: 'lena@brannocs.example', rights: ['compliance'], roles: [], procedures: [] };
  const lena = await colleague(browser, server.url, office.speak, invited);
  const looks = watched(lena.page);
  await looks.setViewportSize({ width: 1440, height: 900 });
  await looks.goto('/procedures/complaint/map?at=closing');
  await settled(looks);
  await lena.page.getByText(say('en', 'draft.only-look')).first().waitFor();
  expect(await lena.page.getByRole('toolbar', { name: say('en', 'map.add') }).count()).toBe(0);
  await lena.page.locator('[data-map="closing"]').focus();
  await lena.page.keyboard.press('Delete');
  await lena.page
    .getByRole('status')
    .filter({ hasText: say('en', 'draft.only-look') })
    .waitFor({ state: 'attached' });
  expect(await lena.page.locator('[data-map="closing"]').count()).toBe(1);
  expect((await office.speak('GET', '/definitions/complaint/draft')).revision).toBe(revision);
  await lena.context.close();
});
