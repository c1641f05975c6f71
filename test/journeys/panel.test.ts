import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import type { Speaker } from './office-speaker.ts';
import { axeFindings, settled } from './page-look.ts';
import { openPanel, toPart } from './panel-tab.ts';
import { draftNow, untilThere } from './until-there.ts';
import { catalogue, type Language, languages, say, starter, textIn } from './words.ts';

jest.setTimeout(120_000);

const texts = {
  en: 'We look into what happened and tell you soon.',
  fa: 'بررسی می‌کنیم و به‌زودی خبر می‌دهیم.',
  pl: 'Sprawdzamy, co się stało, i niedługo damy znać.',
} as const;

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

test.each(languages)(
  'the panel by keyboard: what the complainant is told, its parts, and its JSON for experts, in %s',
  async (language: Language) => {
    await speak('PATCH', '/me', { language, expert: false });
    await page.goto('/procedures/starter/outline?at=examining');
    await settled(page);
    const keyboard = await KeyboardReader.at(page);
    const saved = (isThere: (words: string) => boolean) => untilThere(page, async () => JSON.stringify(await draftNow(speak)), isThere);

    await keyboard.go({ role: 'DisclosureTriangle', name: say(language, 'panel.more-words') });
    await keyboard.press('Enter');
    await keyboard.go({ role: 'textbox', name: new RegExp(`^${say(language, 'panel.public')} \\(`) });
    await keyboard.type(texts[language]);
    await saved((words) => words.includes(texts[language]));

    // Whoever looks at a part finds it at the next step too; without the choice nobody meets a technical word.
    await toPart(keyboard, language, 'when');
    await page.getByRole('button', { name: say(language, 'when.add-rung') }).waitFor();
    expect(await page.getByRole('tab', { name: say(language, 'panel.technical'), exact: true }).count()).toBe(0);
    await keyboard.go({ role: 'button', name: textIn(starter.title, language) }, 'Shift+Tab');
    await openPanel(keyboard, language);
    await toPart(keyboard, language, 'who');
    await page.getByRole('heading', { name: say(language, 'panel.roles') }).waitFor();
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    // Whoever only comes by the outline with the tab key keeps what is chosen.
    await page.goto('/procedures/starter/outline?at=role:handler');
    await settled(page);
    await keyboard.go({ role: 'row', name: /./ });
    await keyboard.press('Tab');
    expect(new URL(page.url()).search).toContain('handler');

    // An expert reads how it is written, is told where it stops being JSON, and puts it right.
    await speak('PATCH', '/me', { expert: true });
    await page.goto('/procedures/starter/outline?at=examining');
    await settled(page);
    await keyboard.go({ role: 'tab', name: /./ });
    await keyboard.press('End');
    await keyboard.go({ role: 'textbox', name: say(language, 'panel.json') });
    const { value } = await keyboard.focus();
    expect(JSON.parse(value)).toMatchObject({ id: 'examining' });
    await keyboard.type(`{\n  "id": examining }`);
    const wrong = (catalogue(language)['panel.json-wrong'] ?? '').split('{')[0] ?? '';
    await page.getByText(wrong).first().waitFor();
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await keyboard.type(value.replace(texts[language], `${texts[language]}!`));
    await keyboard.enter({ role: 'button', name: say(language, 'panel.json-take') });
    await saved((words) => words.includes(`${texts[language]}!`));
  },
);
