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
  en: { three: '3', fifty: '50', clock: { en: 'Whole time', fa: 'همهٔ زمان', pl: 'Cały czas' }, id: 'wholeTime' },
  fa: { three: '۳', fifty: '۵۰', clock: { en: 'All of it', fa: 'همهٔ زمان', pl: 'Całość' }, id: 'ownClock' },
  pl: { three: '3', fifty: '50', clock: { en: 'All the time', fa: 'همهٔ زمان', pl: 'Czas łączny' }, id: 'czasLaczny' },
} as const;

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Drawn {
  readonly delays: Readonly<Record<string, unknown>>;
  readonly clocks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly machine: { readonly states: { readonly recording: { readonly after?: Readonly<Record<string, unknown>> } } };
}

test.each(languages)(
  'a ladder and a clock are drawn by the keyboard, kept, and nothing is wrong with them, in %s',
  async (language: Language) => {
    const words = texts[language];
    await speak('PATCH', '/me', { language });
    const { document: published } = await speak('GET', '/definitions/starter/versions/1');
    const draft = await speak('GET', '/definitions/starter/draft').catch(() => undefined);
    await speak('PUT', '/definitions/starter/draft', { document: published }, Number(draft?.revision ?? 0));
    await page.goto('/procedures/starter/outline?at=recording');
    await settled(page);
    const keyboard = await KeyboardReader.at(page);
    const button = (id: string) => keyboard.enter({ role: 'button', name: say(language, id) });
    const field = (id: string) => new RegExp(say(language, id));
    const saved = (isThere: (document: Drawn) => boolean) => untilThere(page, () => draftNow<Drawn>(speak), isThere);
    const noProblem = /=0 \{([^}]*)\}/.exec(catalogue(language)['outline.problems'] ?? '')?.[1] ?? '';
    const dialog = page.getByRole('dialog');
    const choose = async (id: string) => {
      await keyboard.enter({ role: 'button', name: field(id) });
      await page.getByRole('option').first().waitFor();
      await keyboard.press('Enter');
      await page.getByRole('option').first().waitFor({ state: 'detached' });
    };
    const after = ({ machine }: Drawn) => machine.states.recording.after ?? {};

    // A reminder after three working hours, then somebody else takes over: each is one act.
    await toPart(keyboard, language, 'when');
    await button('when.add-rung');
    await dialog.waitFor();
    await keyboard.go({ role: 'textbox', name: say(language, 'when.after-how-long') });
    await keyboard.type(words.three);
    await choose('when.letter');
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await button('outline.add');
    await dialog.waitFor({ state: 'detached' });
    await keyboard.until({ role: 'button', name: say(language, 'when.add-rung') });
    const reminded = await saved((document) => 'reminder' in after(document));
    expect(reminded.delays.reminder).toEqual({ workingDays: 3 });
    await keyboard.press('Enter');
    await dialog.waitFor();
    await keyboard.go({ role: 'radio', name: field('when.rung.remind') });
    await keyboard.press('ArrowDown');
    await choose('when.then-role');
    await button('outline.add');
    await dialog.waitFor({ state: 'detached' });
    await saved((document) => 'escalation' in after(document));
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    // A clock of our own: named in every language, it rests while somebody waits, and warns at half of its time.
    await keyboard.go({ role: 'button', name: textIn(starter.title, language) }, 'Shift+Tab');
    await openPanel(keyboard, language);
    await toPart(keyboard, language, 'when');
    await button('when.add-clock');
    await dialog.waitFor();
    await keyboard.go({ role: 'textbox', name: say(language, 'outline.name') });
    await keyboard.type(words.clock[language]);
    await button('outline.add');
    await page.waitForURL(/at=clock/);
    await settled(page);
    for (const other of languages) {
      await keyboard.go({ role: 'textbox', name: say(language, `outline.title.${other}`) });
      await keyboard.type(words.clock[other]);
    }
    await keyboard.go({ role: 'combobox', name: say(language, 'when.clock-rests-add') });
    await keyboard.press('ArrowDown', 'Enter');
    await keyboard.go({ role: 'textbox', name: say(language, 'when.warn-at') });
    await keyboard.type(words.fifty);
    await keyboard.press('Enter');
    const drawn = await saved(({ clocks }) => clocks[words.id]?.warnAt !== undefined);
    expect(drawn.clocks[words.id]).toMatchObject({ title: words.clock, kind: 'service', warnAt: [50], pausesIn: [expect.any(String)] });
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    // All of it is there after a new beginning, and nothing is wrong with it.
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: noProblem }).waitFor();
    await page.getByRole('heading', { level: 2, name: new RegExp(words.clock[language]) }).waitFor();
    await page.getByRole('radio', { name: field('when.clock-service'), checked: true }).waitFor();
    await page.goto('/procedures/starter/outline?at=recording');
    await settled(page);
    await toPart(keyboard, language, 'when');
    for (const sort of ['remind', 'escalate', 'deadline'] as const)
      await page
        .getByRole('button', { name: new RegExp(`${say(language, `when.rung.${sort}`)} ·`) })
        .first()
        .waitFor();
  },
);
