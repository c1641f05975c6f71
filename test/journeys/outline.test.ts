import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { drawingOwner } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import type { Speaker } from './office-speaker.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { axeFindings, settled, watched } from './page-look.ts';
import { toPart } from './panel-tab.ts';
import { draftNow, untilThere } from './until-there.ts';
import { catalogue, type Language, languages, say } from './words.ts';

jest.setTimeout(120_000);

const texts = {
  en: {
    procedure: 'Returns',
    id: 'returns',
    look: 'Look at the goods',
    clear: 'All is clear',
    renamed: 'Check the goods',
    stage: 'Inspection',
  },
  fa: {
    procedure: 'مرجوعی',
    id: 'procedure',
    look: 'دیدن کالا',
    clear: 'همه چیز روشن است',
    renamed: 'بررسی کالا',
    stage: 'بازرسی',
  },
  pl: {
    procedure: 'Zwroty łóżek',
    id: 'zwrotyLozek',
    look: 'Obejrzyj towar',
    clear: 'Wszystko jasne',
    renamed: 'Sprawdź towar',
    stage: 'Oględziny',
  },
} as const;

let browser: Browser;
let server: BuiltServer;
beforeAll(async () => {
  browser = await openBrowser();
  server = await startBuiltServer();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Drawn {
  readonly title: Readonly<Record<string, string>>;
  readonly machine: { readonly states: Readonly<Record<string, Step>> };
  readonly delays: Readonly<Record<string, object>>;
}
interface Step {
  readonly meta: { readonly title: Readonly<Record<string, string>> };
  readonly on?: Readonly<Record<string, readonly { readonly target?: string }[]>>;
  readonly after?: object;
  readonly states?: object;
}

let emily:
  | { readonly page: Page; readonly speak: Speaker; readonly foreign: readonly string[]; readonly broken: readonly string[] }
  | undefined;
/** Whoever set the office up and draws as well; one for the three languages. */
async function owner() {
  if (emily) return emily;
  const { context, foreign, broken } = await personsBrowser(browser, server.url);
  const page = watched(await context.newPage());
  const speak = await drawingOwner(page, server.setUpCode);
  emily = { page, speak, foreign, broken };
  return emily;
}

test.each(languages)('a procedure is begun, drawn, put right and kept by the keyboard alone, in %s', async (language: Language) => {
  const { page, speak, foreign, broken } = await owner();
  await speak('PATCH', '/me', { language });
  const words = texts[language];
  await page.goto('/procedures');
  await settled(page);
  const keyboard = await KeyboardReader.at(page);
  const button = (id: string) => keyboard.enter({ role: 'button', name: say(language, id) });
  const drawn = () => draftNow<Drawn>(speak, words.id);
  const saved = (isThere: (document: Drawn) => boolean) => untilThere(page, drawn, isThere);
  const oneProblem = /\([1۱]\)/;
  const noProblem = /=0 \{([^}]*)\}/.exec(catalogue(language)['outline.problems'] ?? '')?.[1] ?? '';
  const stepCalled = ({ machine }: Drawn, name: string) => Object.values(machine.states).find(({ meta }) => meta.title[language] === name);
  /** Into the outline, and with the arrows to a row. */
  const toRow = async (name: string) => {
    await keyboard.go({ role: 'row', name: /./ });
    await keyboard.press('Home');
    for (let row = 0; row < 30 && !(await keyboard.focus()).name.includes(name); row += 1) await keyboard.press('ArrowDown');
    expect((await keyboard.focus()).name).toContain(name);
  };
  const named = async (name: string) => {
    await page.locator('[role="dialog"] input').first().waitFor();
    await keyboard.type(name);
    await keyboard.press('Enter');
    await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  };

  await button('procedures.new');
  await named(words.procedure);
  await page.waitForURL(`**/procedures/${words.id}/map`);
  // The questions that stand in the place of an empty map are for others: this one is drawn by hand.
  await button('skeleton.empty');
  await keyboard.until({ role: 'article', name: new RegExp(say(language, 'procedures.first-step')) });
  await keyboard.press('o');
  await page.waitForURL(`**/procedures/${words.id}/outline**`);
  await page.getByRole('heading', { level: 1, name: words.procedure }).waitFor();

  // A task after the first one, by its letter.
  const first = say(language, 'procedures.first-step');
  await toRow(first);
  await keyboard.press('a');
  await named(words.look);
  await saved((document) => stepCalled(document, words.look) !== undefined);

  // Cases begin there, so that something leads to each step. A way out of it that leads back to the first one, and a deadline.
  await page.getByRole('heading', { level: 2, name: words.look }).waitFor();
  await button('outline.start-here');
  await button('outline.add-way');
  await named(words.clear);
  await page.getByRole('heading', { level: 2, name: words.clear }).waitFor();
  // It leads nowhere yet: that is a problem, and F8 goes to where it is put right.
  await page.getByText(say(language, 'finding.open-way')).waitFor();
  await keyboard.press('F8');
  await keyboard.until({ role: 'combobox', name: say(language, 'outline.leads-to-field') });
  await keyboard.type(first);
  await keyboard.press('ArrowDown', 'Enter');
  await page.getByRole('button', { name: noProblem }).waitFor();
  await saved((document) => `${JSON.stringify(stepCalled(document, words.look)?.on)}`.includes('#receiving'));
  await toRow(words.look);
  await keyboard.press('Space');
  await page.getByRole('heading', { level: 2, name: words.look }).waitFor();
  await toPart(keyboard, language, 'when');
  await button('when.add-rung');
  await page.locator('[role="dialog"]').waitFor();
  await keyboard.go({ role: 'combobox', name: say(language, 'when.then-step') });
  await keyboard.type(first);
  await keyboard.press('ArrowDown', 'Enter');
  await button('outline.add');
  await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  await saved((document) => stepCalled(document, words.look)?.after !== undefined);
  // So is a deadline that leads nowhere: it stands in the list of problems, which leads to its field.
  await keyboard.enter({ role: 'button', name: new RegExp(`${say(language, 'when.rung.deadline')} ·`) });
  await button('when.open-rung');
  await page.getByRole('button', { name: say(language, 'outline.disconnect') }).waitFor();
  await button('outline.disconnect');
  await page.getByRole('button', { name: oneProblem }).waitFor();
  await keyboard.enter({ role: 'button', name: oneProblem });
  await keyboard.until({ role: 'option', name: new RegExp(words.look) });
  expect(await axeFindings(page)).toEqual([]);
  await keyboard.press('Enter');
  await keyboard.until({ role: 'combobox', name: say(language, 'outline.leads-to-field') });
  // The list is closed before anybody's hands are back at the keys.
  await page.getByRole('option').first().waitFor({ state: 'detached' });
  // While the panel still scrolls to the field the list closes with it: who sees that types again.
  for (let turn = 0; turn < 5 && !(await page.getByRole('option').first().isVisible()); turn += 1) {
    await settled(page);
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(first);
    await settled(page);
  }
  await keyboard.press('ArrowDown', 'Enter');
  await page.getByRole('button', { name: noProblem }).waitFor();
  expect((await axeFindings(page)).concat(foreign, broken)).toEqual([]);

  // Renamed where it stands: Escape takes it back, Enter keeps it. Removed by its key, brought back by undo.
  await toRow(words.look);
  await keyboard.press('Space', 'F2');
  await keyboard.type(words.stage);
  await keyboard.press('Escape');
  expect((await keyboard.focus()).name).toContain(words.look);
  await keyboard.press('F2');
  await keyboard.type(words.renamed);
  await keyboard.press('Enter');
  expect((await keyboard.focus()).role).toBe('row');
  await saved((document) => stepCalled(document, words.renamed) !== undefined);
  await toRow(words.renamed);
  await keyboard.press('Space', 'Delete');
  await saved((document) => stepCalled(document, words.renamed) === undefined);
  await keyboard.isSomewhere();
  await keyboard.press('ControlOrMeta+z');
  await saved((document) => stepCalled(document, words.renamed) !== undefined);
  await keyboard.press('ControlOrMeta+Shift+z');
  await saved((document) => stepCalled(document, words.renamed) === undefined);
  await keyboard.press('ControlOrMeta+z');
  await saved((document) => stepCalled(document, words.renamed) !== undefined);

  // A stage, and the step goes into it by its key.
  await toRow(words.renamed);
  await keyboard.press('Space', 'a');
  await page.locator('[role="dialog"] input').first().waitFor();
  await keyboard.type(words.stage);
  await keyboard.press('Tab', 'Enter');
  await page.getByRole('option', { name: say(language, 'outline.kind.stage'), exact: true }).waitFor();
  await keyboard.press('End', 'Enter');
  await keyboard.enter({ role: 'button', name: say(language, 'outline.add') });
  await saved((document) => stepCalled(document, words.stage)?.states !== undefined);
  await toRow(words.renamed);
  await keyboard.press('Space', 'm');
  await keyboard.go({ role: 'combobox', name: say(language, 'outline.stands-in') });
  await keyboard.type(words.stage);
  await keyboard.press('ArrowDown', 'Enter');
  await keyboard.enter({ role: 'button', name: say(language, 'outline.move') });
  const kept = await saved((document) => `${JSON.stringify(stepCalled(document, words.stage)?.states)}`.includes(words.renamed));

  // Who changed what and when, in the reader's calendar; a change leads to what was changed.
  await button('history.title');
  const history = page.getByRole('dialog');
  await history.getByText(say(language, 'history.begin')).waitFor();
  expect(await history.locator('bdi').first().textContent()).toBe('Emily Shaw');
  expect(await history.locator('time').first().textContent()).toMatch(language === 'fa' ? /۱۴۰[۰-۹]/ : /20\d\d/);
  expect(await axeFindings(page)).toEqual([]);
  await keyboard.enter({ role: 'button', name: new RegExp(words.renamed) });
  await page.getByRole('heading', { level: 2, name: words.renamed }).waitFor();
  await keyboard.until({ role: 'complementary', name: say(language, 'outline.panel') });

  await page.reload();
  await page.getByRole('row', { name: new RegExp(words.renamed) }).waitFor();
  expect(await drawn()).toEqual(kept);
  expect(Object.values(kept.delays)).toEqual([{ workingDays: 10 }]);
  expect((await axeFindings(page)).concat(foreign, broken)).toEqual([]);
});

test('several parts go together: removed as one, brought back by one undo; ways go onto another step by the clipboard', async () => {
  const { page, speak, foreign, broken } = await owner();
  await speak('PATCH', '/me', { language: 'en' });
  await speak('PUT', '/definitions/starter/draft', { document: (await speak('GET', '/definitions/starter/versions/1')).document }, 0);
  await page.goto('/procedures/starter/outline?at=examining');
  await settled(page);
  const row = (id: string) => page.locator(`[role="row"][data-key="${id}"]`);
  const waysOf = (id: string) => page.locator(`[role="row"][data-key^="${id}/"]`);
  const ways = await waysOf('examining').count();
  await row('examining').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('status').filter({ hasText: '2 parts are chosen' }).waitFor();
  await page.keyboard.press('Delete');
  await row('examining').waitFor({ state: 'detached' });
  await page.keyboard.press('ControlOrMeta+z');
  await row('examining').waitFor();
  expect(await waysOf('examining').count()).toBe(ways);

  const before = await waysOf('deciding').count();
  await row('examining').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ControlOrMeta+c');
  await row('deciding').focus();
  await page.keyboard.press('Space');
  await page.getByRole('heading', { level: 2, name: 'Decide' }).waitFor();
  await page.keyboard.press('ControlOrMeta+v');
  await waysOf('deciding')
    .nth(before + 1)
    .waitFor();

  // What holds at any time leads to where it is set.
  await page.locator('[role="row"][data-key^="inherited:deciding"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Withdraw the complaint' }).waitFor();
  expect((await axeFindings(page)).concat(foreign, broken)).toEqual([]);
});

test('a condition is built by the keyboard alone and said as a sentence, in three languages', async () => {
  const { page, speak, foreign, broken } = await owner();
  await speak('PUT', '/definitions/complaint/draft', { document: (await speak('GET', '/definitions/complaint/versions/1')).document }, 0);
  for (const language of languages) {
    await speak('PATCH', '/me', { language });
    await page.goto(`/procedures/complaint/outline?at=${encodeURIComponent('assessing/on/assessed/0')}`);
    await settled(page);
    const keyboard = await KeyboardReader.at(page);
    const kept = async () => JSON.stringify(await draftNow(speak, 'complaint'));
    const saved = (part: RegExp) => untilThere(page, kept, (words) => part.test(words));
    // What was there goes; the focus is where one begins again.
    await keyboard.enter({ role: 'button', name: new RegExp(`^${say(language, 'condition.whole')}: `) });
    await keyboard.until({ role: 'button', name: say(language, 'condition.add') });
    await keyboard.press('Enter');
    await keyboard.until({ role: 'combobox', name: say(language, 'condition.field') });
    await keyboard.press('ArrowDown', 'Enter');
    await saved(/"guard":{"type":"if","params":{"field":"description","is":"="}}/);
    await keyboard.go({ role: 'textbox', name: say(language, 'condition.value') });
    await keyboard.type('bed');
    await saved(/"params":{"field":"description","is":"=","value":"bed"}/);
    await page
      .getByText(/[“«„].*bed/)
      .first()
      .waitFor();
    expect((await axeFindings(page)).concat(foreign, broken)).toEqual([]);
  }
});
