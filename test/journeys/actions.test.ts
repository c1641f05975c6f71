import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import type { Speaker } from './office-speaker.ts';
import { axeFindings, settled } from './page-look.ts';
import { toPart } from './panel-tab.ts';
import { draftNow, untilThere } from './until-there.ts';
import { catalogue, type Language, languages, say, starter } from './words.ts';

jest.setTimeout(120_000);

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
  await speak('PUT', '/definitions/starter/draft', { document: (await speak('GET', '/definitions/starter/versions/1')).document }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Drawn {
  readonly machine: { readonly states: { readonly deciding: { readonly exit?: readonly object[] } } };
}

test.each(languages)(
  'a letter is sent and a value set when a step ends, in their order, and it is all there after coming back, in %s',
  async (language: Language) => {
    await speak('PATCH', '/me', { language });
    await page.goto('/procedures/starter/outline?at=deciding');
    await settled(page);
    const keyboard = await KeyboardReader.at(page);
    const exitNow = async () => (await draftNow<Drawn>(speak)).machine.states.deciding.exit;
    const saved = (wanted: unknown) => untilThere(page, exitNow, (exit) => JSON.stringify(exit) === JSON.stringify(wanted));
    const add = async (sort: string) => {
      await keyboard.enter({ role: 'button', name: said(language, 'actions.add-at').replace('{title}', say(language, 'actions.exit')) });
      await page.getByRole('menuitem', { name: say(language, sort), exact: true }).waitFor();
      for (let down = 0; down < 9 && (await keyboard.focus()).name !== say(language, sort); down += 1) await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    };
    /** The only one that is left of the list when its whole name is typed. */
    const pick = async (name: string) => {
      await keyboard.type(name);
      await page.waitForFunction(() => document.querySelectorAll('[role="option"]').length === 1);
      await page.getByRole('option', { name, exact: true }).waitFor();
      await keyboard.press('ArrowDown', 'Enter');
    };
    const called = starter.letters.progress?.title[language] ?? '';

    await toPart(keyboard, language, 'letters');
    await add('actions.sort.letter');
    await keyboard.until({ role: 'combobox', name: say(language, 'actions.field.letter') });
    await pick(called);
    const letter = { type: 'letter', params: { letter: 'progress' } };
    await saved([letter]);

    await add('actions.sort.set');
    await keyboard.until({ role: 'combobox', name: say(language, 'actions.value.add') });
    await pick(starter.data.systemic?.title[language] ?? '');
    await keyboard.press('Escape');
    await keyboard.go({ role: 'button', name: new RegExp(say(language, 'condition.value')) }, 'Shift+Tab');
    await keyboard.press('Enter');
    await page.getByRole('option', { name: say(language, 'field.yes'), exact: true }).waitFor();
    await keyboard.press('Home', 'Enter');
    const set = { type: 'set', params: { systemic: true } };
    await saved([letter, set]);
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    // Up by its own keys; the focus goes along.
    await keyboard.press('Alt+Shift+ArrowUp');
    await saved([set, letter]);

    await page.reload();
    await settled(page);
    await toPart(keyboard, language, 'letters');
    const shown = page.getByRole('region', { name: say(language, 'actions.exit') }).getByRole('listitem');
    await shown.nth(1).waitFor();
    expect((await shown.nth(1).textContent())?.includes(called)).toBe(true);
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    // Each is opened and taken away again; the step is as it was.
    const remove = { role: 'button', name: new RegExp(`^${beginning(said(language, 'actions.remove'))}`) };
    await keyboard.enter({ role: 'button', name: new RegExp(`^${beginning(said(language, 'actions.does.set'))}`) });
    await keyboard.enter(remove);
    await saved([letter]);
    await keyboard.until({ role: 'button', name: new RegExp(`^${beginning(said(language, 'actions.does.letter-to'))}`) });
    await keyboard.press('Enter');
    await keyboard.enter(remove);
    await saved(undefined);
    await keyboard.until({ role: 'button', name: said(language, 'actions.add-at').replace('{title}', say(language, 'actions.exit')) });
  },
);

const said = (language: Language, id: string): string => catalogue(language)[id] ?? '';
const beginning = (sentence: string): string => sentence.slice(0, sentence.indexOf('{'));
