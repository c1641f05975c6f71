import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import type { Speaker } from './office-speaker.ts';
import { axeFindings, settled } from './page-look.ts';
import { type Language, languages, say } from './words.ts';

jest.setTimeout(180_000);

/** Receipt is confirmed before work goes on. */
const rule = '10002/7.4-A';
const clause = { en: '§ 7.4', fa: '§ ۷٫۴', pl: '§ 7.4' } as const;

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
let shipped: {
  readonly machine: { readonly states: Readonly<Record<string, { readonly meta: { readonly title: Record<string, string> } }>> };
};
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
  shipped = (await speak('GET', '/definitions/starter/versions/1')).document as unknown as typeof shipped;
  await speak('PUT', '/definitions/starter/draft', { document: shipped }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test.each(languages)(
  'a way is led past the letter of receipt: the clause fails, and its story is played in the outline, in %s',
  async (language: Language) => {
    const { revision } = await speak('GET', '/definitions/starter/draft');
    await speak('PUT', '/definitions/starter/draft', { document: shipped }, Number(revision));
    await speak('PATCH', '/me', { language });
    const calm = async () => expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    const check = say(language, 'check.title');
    const item = page.locator(`[data-rule="${rule}"]`);
    const player = page.getByRole('region', { name: say(language, 'check.path.label') });

    await page.goto('/procedures/starter/outline?at=recording%2Fon%2Frecorded%2F0');
    await settled(page);
    const keyboard = await KeyboardReader.at(page);
    await keyboard.go({ role: 'row', name: /./ });
    await keyboard.press('c');
    await page.getByRole('dialog').waitFor();
    await keyboard.type(shipped.machine.states.awaitingAnswer?.meta.title[language] ?? '');
    await page.getByRole('option').first().waitFor();
    await keyboard.press('ArrowDown', 'Enter');
    await keyboard.enter({ role: 'button', name: say(language, 'outline.connect') });
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    // The button counts what is open; behind it stands the clause, with what is wrong.
    await page.getByRole('button', { name: new RegExp(`^${check} \\S`) }).waitFor();
    await keyboard.go({ role: 'button', name: new RegExp(`^${check} \\S`) }, 'Shift+Tab');
    await keyboard.press('Enter');
    await item.waitFor();
    await settled(page);
    await keyboard.until({ role: 'heading', name: check });
    expect(await page.getByRole('heading', { level: 4 }).first().textContent()).toContain(clause[language]);
    expect(await item.textContent()).toContain(say(language, 'check.verdict.fails'));
    await calm();

    // Its story, sentence by sentence, on the outline.
    await keyboard.enter({ role: 'button', name: say(language, 'check.show') });
    await player.waitFor();
    await keyboard.until({ role: 'region', name: say(language, 'check.path.label') });
    expect(new URL(page.url()).searchParams.get('check')).toBe(rule);
    await keyboard.enter({ role: 'button', name: say(language, 'check.path.next') });
    await keyboard.press('Enter');
    await player.getByText(say(language, 'check.path.breaks')).waitFor();
    const steps = page.locator('ol > li[aria-current="step"]');
    expect(await steps.textContent()).toContain(say(language, 'check.path.breaks'));
  },
);
