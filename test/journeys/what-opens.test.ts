import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { drawingScenes } from './drawing-scenes.ts';
import { officeInBrowser } from './office-in-browser.ts';
import { settled } from './page-look.ts';
import type { SampleOffice } from './sample-office.ts';
import { told, typedIn } from './told.ts';
import { say } from './words.ts';

jest.setTimeout(900_000); // Some eighty scenes a language, each gone to by hand and looked at by axe.

let typed: readonly string[];

let page: Page;
let office: SampleOffice;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ page, office, close } = await officeInBrowser());
  typed = await typedIn(office);
});
afterAll(async () => await close());

/** English stands on every page already; mirrored and light, and in longer words and dark, is where what opens breaks. */
test.each([
  ['fa', 'light'],
  ['pl', 'dark'],
] as const)('what opens over a page in %s, in %s colours: axe finds nothing and every word is of the language', async (language, theme) => {
  await office.choose({ language, theme });
  const problems: string[] = [];
  for (const [where, name] of [
    ['people', 'people.invite'],
    ['people', 'people.add-outside'],
    ['tokens', 'tokens.new'],
    ['case', 'chart.as-list'],
    ['case', 'letter.i-sent-it'],
  ] as const) {
    await page.goto(String(office.pages[where]));
    await settled(page);
    await page
      .getByRole('button', { name: say(language, name) })
      .first()
      .click();
    problems.push(...(await told(page, { name: `${where}, ${name}`, language, typed })));
  }
  for (const [name, show] of Object.entries(drawingScenes)) {
    await show(page, language);
    await settled(page);
    problems.push(...(await told(page, { name, language, typed })));
  }
  for (const name of ['case.tab.letters', 'case.tab.deadlines']) {
    await page.goto(String(office.pages.case));
    await page.getByRole('tab', { name: say(language, name) }).click();
    await settled(page);
    problems.push(...(await told(page, { name, language, typed })));
  }
  expect(problems).toEqual([]);
});
