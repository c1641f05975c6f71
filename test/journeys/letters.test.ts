import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import type { Speaker } from './office-speaker.ts';
import { axeFindings, settled } from './page-look.ts';
import { draftNow, untilThere } from './until-there.ts';
import { type Language, languages, say } from './words.ts';

jest.setTimeout(120_000);

/** What is written in each language: a name, words with a field by its plain name, words that a paragraph begins with. */
const texts = {
  en: { name: 'Site visit', id: 'siteVisit', begins: 'We come by ', field: 'due date of the step', typed: ' Nr {case number}' },
  fa: { name: 'بازدید از محل', id: 'letter', begins: 'ما می‌آییم تا ', field: 'مهلت گام', typed: ' شماره {شمارهٔ پرونده}' },
  pl: { name: 'Wizja lokalna', id: 'wizjaLokalna', begins: 'Przyjedziemy do ', field: 'termin kroku', typed: ' Nr {numer sprawy}' },
} as const;

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await speak('PUT', '/definitions/starter/draft', { document: (await speak('GET', '/definitions/starter/versions/1')).document }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Written {
  readonly to?: readonly string[];
  readonly subject: Readonly<Record<string, string>>;
  readonly blocks: readonly { readonly tells?: readonly string[]; readonly text: Readonly<Record<string, string>> }[];
}
interface Drawn {
  readonly title: Readonly<Record<string, string>>;
  readonly letters: Readonly<Record<string, Written>>;
}

test.each(languages)('a letter is made, written with fields, seen and taken back, by the keyboard, in %s', async (language: Language) => {
  const words = texts[language];
  await speak('PATCH', '/me', { language });
  await page.goto('/procedures/starter/outline');
  await settled(page);
  const keyboard = await KeyboardReader.at(page);
  const before = await drawn();
  // Nothing is chosen: what the steps share stands beside them.
  await keyboard.go({ role: 'tab', name: say(language, 'panel.what') });
  for (let step = 0; step < 8 && (await keyboard.focus()).name !== say(language, 'panel.letters'); step += 1)
    await keyboard.press(language === 'fa' ? 'ArrowLeft' : 'ArrowRight');
  await keyboard.enter({ role: 'button', name: say(language, 'letters.new') });
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await keyboard.type(words.name);
  await keyboard.press('Enter');
  await page.waitForURL(/at=letter/);
  await saved(({ letters }) => letters[words.id]?.to?.[0] === 'complainant');

  // An empty paragraph: its words in this language, with a field found by its name, and one typed by its name.
  await keyboard.enter({ role: 'button', name: say(language, 'letters.add-paragraph') });
  const text = page.locator(`[data-field="blocks/0/text/${language}"] [contenteditable="true"]`);
  await text.waitFor();
  await keyboard.go({ role: 'textbox', name: await nameOf(text) }, 'Shift+Tab');
  await page.keyboard.insertText(words.begins);
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await page.getByRole('option').first().waitFor();
  await keyboard.type(words.field);
  await expectOptions(1);
  await keyboard.press('ArrowDown', 'Enter');
  await keyboard.until({ role: 'textbox', name: await nameOf(text) });
  await page.keyboard.insertText(`.${words.typed}`);
  const whole = `${words.begins}{step.due}.${words.typed.replace(/\{.*\}/, '{case.number}')}`;
  const textIs = (said: string) => saved(({ letters }) => letters[words.id]?.blocks[0]?.text[language] === said);
  await textIs(whole);
  expect(await text.locator('[role="img"]').count()).toBe(2);
  expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

  // A chip is one thing: one key removes it, undo brings it back; copied and pasted it is text with a name.
  await keyboard.press('End', 'Backspace');
  await textIs(whole.replace('{case.number}', ''));
  await keyboard.press('ControlOrMeta+z');
  await textIs(whole);
  await keyboard.press('ControlOrMeta+a', 'ControlOrMeta+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(whole);
  await keyboard.press('ArrowRight', 'ControlOrMeta+End', 'Enter', 'ControlOrMeta+v');
  await textIs(`${whole}\n${whole}`);
  await keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(whole);
  await textIs(whole);
  // Home and arrows follow the text: to the very beginning, and one step on.
  const on = language === 'fa' ? 'ArrowLeft' : 'ArrowRight';
  await keyboard.press('ControlOrMeta+Home', on, on, 'Home', on);
  await page.keyboard.insertText('·');
  await textIs(`${whole[0]}·${whole.slice(1)}`);
  await keyboard.press('Backspace');
  await textIs(whole);

  // A ready paragraph in three languages, moved up by the keys.
  await keyboard.go({ role: 'combobox', name: say(language, 'letters.ready') });
  await keyboard.type(say(language, 'letters.told.legal-route'));
  await expectOptions(1);
  await keyboard.press('ArrowDown', 'Enter');
  await saved(({ letters }) => letters[words.id]?.blocks[1]?.tells?.[0] === 'legal-route');
  await keyboard.press('Escape');
  await page.locator('[data-block="1"] summary').waitFor();
  await tabTo('[data-block="1"] summary', 'Shift+Tab');
  await keyboard.press('Alt+Shift+ArrowUp');
  await saved(({ letters }) => letters[words.id]?.blocks[0]?.tells?.[0] === 'legal-route');

  // Seen as it arrives.
  await keyboard.go({ role: 'button', name: say(language, 'letters.preview') }, 'Shift+Tab');
  await keyboard.press('Enter');
  const preview = page.getByRole('dialog');
  await preview.getByRole('article').waitFor();
  expect(await preview.getByRole('article').textContent()).toMatch(/BW\/2027-000042/);
  expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
  await keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });

  // Loaded anew it is still there; it goes as it came.
  await page.reload();
  await settled(page);
  await text.first().waitFor({ state: 'attached' });
  // From the end of the page: on the way from its beginning the outline would choose a step.
  await keyboard.go({ role: 'button', name: say(language, 'letters.remove') }, 'Shift+Tab');
  await keyboard.press('Enter');
  await saved(({ letters }) => !(words.id in letters));
  expect((await drawn()).letters).toEqual(before.letters);
});

/** Until what was typed left so many to choose from. */
const expectOptions = async (count: number) => {
  await page.waitForFunction((wanted) => document.querySelectorAll('[role="option"]').length === wanted, count);
};
/** Tab by Tab to what is found there. */
async function tabTo(selector: string, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} is not reached by the keyboard`);
}
const drawn = () => draftNow<Drawn>(speak);
const saved = (isThere: (document: Drawn) => boolean) => untilThere(page, drawn, isThere);
const nameOf = async (text: ReturnType<Page['locator']>): Promise<string> =>
  await text.evaluate((element) => document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ?? '');
