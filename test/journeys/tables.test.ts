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

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
  await speak('PUT', '/definitions/complaint/draft', { document: (await speak('GET', '/definitions/complaint/versions/1')).document }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Drawn {
  readonly decisions: { readonly pace: { readonly rows: readonly { readonly when: readonly string[] }[] } };
}

test.each(languages)(
  'a row of a table is added, written in words, kept and taken back by the keyboard, in %s',
  async (language: Language) => {
    await speak('PATCH', '/me', { language });
    await page.goto('/procedures/complaint/outline?at=decision:pace');
    await settled(page);
    const keyboard = await KeyboardReader.at(page);
    const rows = async () => (await draftNow<Drawn>(speak, 'complaint')).decisions.pace.rows;
    const saved = (isThere: (cells: readonly string[], count: number) => boolean) =>
      untilThere(page, rows, (drawn) => isThere(drawn[1]?.when ?? [], drawn.length));
    const before = await rows();

    await keyboard.go({ role: 'link', name: say(language, 'tables.open') }, 'Shift+Tab'); // From the end of the page: the panel stands last.
    await keyboard.press('Enter');
    await page.waitForURL(/\/table\?at=decision/);
    await page.getByRole('grid').waitFor();
    await keyboard.go({ role: 'gridcell', name: /./ });
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await keyboard.press('ControlOrMeta+Enter');
    await saved((cells) => cells.every((cell) => cell === '-'));

    // “is”, and the first of the choices; Tab behind the last control keeps it and goes on.
    await keyboard.press('F2');
    await keyboard.until({ role: 'button', name: new RegExp(say(language, 'condition.comparison')) });
    await keyboard.press('Enter');
    await page.getByRole('option', { name: say(language, 'condition.is'), exact: true }).waitFor();
    await keyboard.press('ArrowDown', 'Enter');
    await keyboard.go({ role: 'button', name: new RegExp(say(language, 'condition.value')) });
    await keyboard.press('Enter');
    await page.getByRole('option').first().waitFor();
    await keyboard.press('ArrowDown', 'Enter');
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await keyboard.press('Tab');
    await keyboard.until({ role: 'gridcell', name: new RegExp(say(language, 'tables.any')) });
    await saved(([first], count) => count === before.length + 1 && /^\d$/.test(first ?? ''));

    // It goes again step by step, comes back, and is there when the page is loaded anew.
    await keyboard.press('ControlOrMeta+z', 'ControlOrMeta+z');
    await saved((cells, count) => count === before.length && JSON.stringify(cells) === JSON.stringify(before[1]?.when));
    await keyboard.press('ControlOrMeta+Shift+z', 'ControlOrMeta+Shift+z');
    await saved(([first], count) => count === before.length + 1 && /^\d$/.test(first ?? ''));
    await page.reload();
    await page.getByRole('grid').waitFor();
    expect(await page.getByRole('row').count()).toBe(before.length + 4);
    await speak('PATCH', '/me', { language: 'en' });
  },
);
