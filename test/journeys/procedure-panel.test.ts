import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import type { Speaker } from './office-speaker.ts';
import { axeFindings, settled } from './page-look.ts';
import { toPart } from './panel-tab.ts';
import { draftNow, untilThere } from './until-there.ts';
import { catalogue, type Language, say, starter, textIn } from './words.ts';

jest.setTimeout(180_000);

const texts = {
  fa: { question: 'تصمیم فرستاده شود؟', record: 'سند انجام جبران', measure: 'اعلام وصول به‌هنگام' },
  pl: { question: 'Wysłać decyzję?', record: 'dowód wykonania', measure: 'Potwierdzone w terminie' },
} as const;
const address = 'https://example.org/policy';

interface Drawn {
  readonly events: { readonly decide: { readonly style?: string; readonly confirm?: Readonly<Record<string, string>> } };
  readonly forms: { readonly decision: { readonly sections: readonly { readonly fields: readonly object[] }[] } };
  readonly letters: { readonly decision: { readonly records?: readonly string[]; readonly blocks: readonly object[] } };
  readonly policy: { readonly url?: string };
  readonly kpis: Readonly<Record<string, { readonly per: string }>>;
}

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
let shipped: Drawn;
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
  shipped = (await speak('GET', '/definitions/starter/versions/1')).document as Drawn;
  // A paragraph that stands only where the complaint was upheld.
  const { decision } = shipped.letters;
  const blocks = decision.blocks.map((block, at) =>
    at === 1 ? { ...block, when: { field: 'decision', is: '=', value: 'upheld' } } : block,
  );
  shipped = { ...shipped, letters: { ...shipped.letters, decision: { ...decision, blocks } } };
  await speak('PUT', '/definitions/starter/draft', { document: shipped }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test.each(['fa', 'pl'] as const)(
  'a button asks and looks decisive, a form only shows a field, a letter files a record and says what is left out, and the procedure says what it measures and where its policy is; all of it is kept, in %s',
  async (language: Language) => {
    const words = texts[language === 'fa' ? 'fa' : 'pl'];
    const { revision } = await speak('GET', '/definitions/starter/draft');
    await speak('PUT', '/definitions/starter/draft', { document: shipped }, Number(revision));
    await speak('PATCH', '/me', { language });
    const keyboard = await KeyboardReader.at(page);
    const saved = (isThere: (drawn: Drawn) => boolean) => untilThere(page, () => draftNow<Drawn>(speak), isThere);
    const named = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? '';
    const inLanguage = (id: string) =>
      (catalogue(language)['panel.words-in'] ?? '').replace('{what}', say(language, id)).replace('{language}', named);
    const open = async (at: string) => {
      await page.goto(`/procedures/starter/outline${at === '' ? '' : `?at=${encodeURIComponent(at)}`}`);
      await settled(page);
    };
    const choose = async (label: string, option: string) => {
      await keyboard.enter({ role: 'button', name: new RegExp(`${say(language, label)}$`) });
      await page.getByRole('option', { name: say(language, option), exact: true }).waitFor();
      await keyboard.press('Home');
      for (let down = 0; down < 9 && (await keyboard.focus()).name !== say(language, option); down += 1) await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    };
    /** The only one that is left of the list when its whole name is typed. */
    const pick = async (name: string) => {
      await keyboard.type(name);
      await page.getByRole('option').filter({ hasText: name }).waitFor();
      await keyboard.press('ArrowDown', 'Enter');
    };
    const fine = async () => expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    // The button that decides: in the colour of warning, with a question of its own.
    await open('deciding/on/decide/0');
    await choose('panel.style', 'panel.style.danger');
    await saved(({ events }) => events.decide.style === 'danger');
    await keyboard.go({ role: 'textbox', name: inLanguage('panel.confirm') });
    await keyboard.type(words.question);
    await saved(({ events }) => events.decide.confirm?.[language] === words.question);
    await fine();

    // The form of the decision shows what was found, above the last field that it asks.
    const findings = textIn(starter.data.findings?.title, language);
    const lastOf = ({ forms }: Drawn, at: number) => JSON.stringify(forms.decision.sections[0]?.fields.at(at));
    const shown = JSON.stringify({ field: 'findings', readOnly: true });
    await open('form:decision');
    await keyboard.enter({ role: 'button', name: say(language, 'forms.show') });
    await keyboard.until({ role: 'combobox', name: say(language, 'forms.add-shown') });
    await pick(findings);
    await saved((drawn) => lastOf(drawn, -1) === shown);
    await keyboard.press('Escape');
    await keyboard.go({ role: 'button', name: findings }, 'Shift+Tab');
    await keyboard.press('Alt+Shift+ArrowUp');
    await saved((drawn) => lastOf(drawn, -2) === shown);
    await keyboard.until({ role: 'button', name: findings });
    await fine();

    // The letter files a record; seen with its data it says what is left out, and why.
    await open('letter:decision');
    await keyboard.enter({ role: 'DisclosureTriangle', name: say(language, 'letters.upkeep') });
    await keyboard.go({ role: 'combobox', name: say(language, 'letters.records-add') });
    await pick(words.record);
    await saved(({ letters }) => letters.decision.records?.join() === 'response,remedy-delivered');
    await keyboard.press('Escape');
    await keyboard.go({ role: 'button', name: say(language, 'letters.preview') }, 'Shift+Tab');
    await keyboard.press('Enter');
    const preview = page.getByRole('dialog');
    const upheld = textIn(starter.data.decision?.options?.[0]?.title, language);
    await preview.getByRole('status').getByText(upheld).waitFor();
    await fine();
    await keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });

    // The procedure: where its policy is read, and a measure that is counted each week.
    await open('');
    await toPart(keyboard, language, 'proof');
    await keyboard.go({ role: 'textbox', name: new RegExp(`^${say(language, 'proof.policy-url')}`) });
    await keyboard.type(address);
    await saved(({ policy }) => policy.url === address);
    await keyboard.enter({ role: 'DisclosureTriangle', name: new RegExp(words.measure) });
    await choose('proof.per', 'proof.per.week');
    await saved(({ kpis }) => kpis['ack-on-time']?.per === 'week');
    await fine();

    // Later, and anew: all of it is shown as it was left.
    await page.reload();
    await settled(page);
    await toPart(keyboard, language, 'proof');
    expect(await page.locator('[data-field="policy/url"] input').inputValue()).toBe(address);
    await page.locator('[data-field="kpis/ack-on-time"] summary').getByText(say(language, 'proof.per.week')).waitFor();
    await open('deciding/on/decide/0');
    await toPart(keyboard, language, 'what');
    expect(await page.locator('[data-field="style"] button').textContent()).toContain(say(language, 'panel.style.danger'));
    expect(await page.locator(`[data-field="confirm/${language}"] input`).inputValue()).toBe(words.question);
    await open('form:decision');
    await page.locator('[data-line="findings"]').getByText(say(language, 'forms.shown'), { exact: true }).waitFor();
    await open('letter:decision');
    await keyboard.enter({ role: 'DisclosureTriangle', name: say(language, 'letters.upkeep') });
    await page.getByRole('listitem').filter({ hasText: words.record }).waitFor();
    await fine();
  },
);
