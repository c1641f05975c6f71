import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import type { Speaker } from './office-speaker.ts';
import { axeFindings, settled } from './page-look.ts';
import { toPart } from './panel-tab.ts';
import { draftNow, untilThere } from './until-there.ts';
import { catalogue, type Language, languages, say } from './words.ts';

jest.setTimeout(120_000);

const texts = {
  en: { role: 'Quality manager', id: 'qualityManager', handler: 'Person who takes', purpose: 'Answering the', clause: '§ 7.8' },
  fa: { role: 'مدیر کیفیت', id: 'role', handler: 'دریافت‌کنندهٔ', purpose: 'پاسخ به شاکی', clause: '§ ۷٫۸' },
  pl: {
    role: 'Kierownik jakości',
    id: 'kierownikJakosci',
    handler: 'Osoba przyjmująca',
    purpose: 'Odpowiedź składającemu',
    clause: '§ 7.8',
  },
} as const;

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
let shipped: unknown;
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
  shipped = (await speak('GET', '/definitions/starter/versions/1')).document;
  await speak('PUT', '/definitions/starter/draft', { document: shipped }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Drawn {
  readonly roles: Readonly<Record<string, unknown>>;
  readonly machine: { readonly states: { readonly deciding: { readonly tags: unknown; readonly invoke: { readonly input: Step } } } };
}
interface Step {
  readonly excludes: unknown;
}

test.each(languages)(
  'a role is added, whoever took the complaint is kept away from deciding, and the step is marked as evidence; all of it is still there later, in %s',
  async (language: Language) => {
    const words = texts[language];
    const { revision } = await speak('GET', '/definitions/starter/draft');
    await speak('PUT', '/definitions/starter/draft', { document: shipped }, Number(revision));
    await speak('PATCH', '/me', { language });
    const saved = (isThere: (document: Drawn) => boolean) => untilThere(page, () => draftNow<Drawn>(speak), isThere);
    /** The line of what the step was marked for. */
    const evidence = page.getByRole('complementary').getByRole('listitem').filter({ hasText: words.purpose });
    const deciding = ({ machine }: Drawn) => machine.states.deciding;

    await page.goto('/procedures/starter/outline');
    await settled(page);
    const keyboard = await KeyboardReader.at(page);
    await toPart(keyboard, language, 'who');
    await keyboard.enter({ role: 'button', name: say(language, 'who.add-role') });
    await page.locator('[role="dialog"] input').first().waitFor();
    await keyboard.type(words.role);
    await keyboard.enter({ role: 'button', name: say(language, 'outline.add') });
    await page.waitForURL(/at=role/);
    expect((await saved(({ roles }) => words.id in roles)).roles[words.id]).toEqual({
      title: { [language]: words.role },
      party: 'organisation',
    });
    await page.getByText(say(language, 'who.holders-later')).waitFor();
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    // Kept away from deciding: whoever took the complaint down.
    await page.goto('/procedures/starter/outline?at=deciding');
    await settled(page);
    await toPart(keyboard, language, 'who');
    await keyboard.go({ role: 'combobox', name: say(language, 'who.excludes-add') });
    await keyboard.type(words.handler);
    await page.getByRole('option').first().waitFor();
    await keyboard.press('ArrowDown', 'Enter');
    expect(
      deciding(await saved((document) => JSON.stringify(deciding(document).invoke).includes('handler'))).invoke.input.excludes,
    ).toEqual(['subject', 'handler']);
    await keyboard.isSomewhere();
    await keyboard.press('Escape');
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    // Evidence, found by typing what the step is for.
    await toPart(keyboard, language, 'proof');
    await keyboard.go({ role: 'combobox', name: say(language, 'proof.purposes-add') });
    await keyboard.type(words.purpose);
    await page.getByRole('option').first().waitFor();
    await keyboard.press('ArrowDown', 'Enter');
    const tags = deciding(await saved((document) => JSON.stringify(deciding(document).tags).includes('stage:response'))).tags;
    expect(tags).toEqual(['stage:decision', 'stage:response']);
    await keyboard.press('Escape');
    await evidence.getByText(words.clause, { exact: true }).waitFor();
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    // Later, and anew.
    await page.reload();
    await settled(page);
    await toPart(keyboard, language, 'proof');
    await evidence.getByText(words.clause, { exact: true }).waitFor();
    await toPart(keyboard, language, 'who');
    const remove = new RegExp(`^${(catalogue(language)['who.remove'] ?? '').split('{name}')[0]}.*${words.handler}`);
    await keyboard.go({ role: 'button', name: remove });
    await keyboard.press('Enter');
    await keyboard.isSomewhere();
    expect(
      deciding(await saved((document) => !JSON.stringify(deciding(document).invoke).includes('handler'))).invoke.input.excludes,
    ).toEqual(['subject']);
    await page.getByRole('row', { selected: true }).getByText(/^§/).first().waitFor(); // The clause stands beside the title in the outline.
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
  },
);
