import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import type { Hand } from './hand.ts';
import { KeyboardReader } from './keyboard.ts';
import { keyboardHand } from './keyboard-hand.ts';
import type { Speaker } from './office-speaker.ts';
import { axeFindings, settled } from './page-look.ts';
import { draftNow, untilThere } from './until-there.ts';
import { type Language, say } from './words.ts';

jest.setTimeout(120_000);

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
let shipped: { readonly policy?: object };
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
  shipped = (await speak('GET', '/definitions/complaint/versions/1')).document as typeof shipped;
  await speak('PUT', '/definitions/complaint/draft', { document: shipped }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const draftIs = (isThere: (draft: string) => boolean) =>
  untilThere(page, async () => JSON.stringify(await draftNow<object>(speak, 'complaint')), isThere);
const item = (rule: string) => page.locator(`[data-rule="${rule}"]`);
const calm = async () => expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

/** A draft like this, opened at a row of the outline in this language, by somebody who has the keyboard alone. */
async function opened(language: Language, draft: object, at: string): Promise<Hand> {
  const { revision } = await speak('GET', '/definitions/complaint/draft');
  await speak('PUT', '/definitions/complaint/draft', { document: draft }, Number(revision));
  await speak('PATCH', '/me', { language });
  await page.goto(`/procedures/complaint/outline?at=${encodeURIComponent(at)}`);
  await settled(page);
  return await keyboardHand(page, language);
}

/** What the draft says to a clause, from the button that counts what is open. */
async function toCheck(language: Language, hand: Hand): Promise<void> {
  const button = new RegExp(`^${say(language, 'check.title')} \\S`);
  await page.getByRole('button', { name: button }).waitFor();
  await hand.press({ role: 'button', name: button });
  await page.locator('[data-rule]').first().waitFor();
  await settled(page);
}

const broken = [
  {
    language: 'pl',
    what: 'the step has no time limit any more',
    row: 'assessing/after/assessBy/0',
    rule: '10002/4.15-A',
    clause: '§ 4.15',
  },
  {
    language: 'fa',
    what: 'nobody is told any more while it takes long',
    row: 'reviewing/after/update/0',
    rule: '10002/7.3-B',
    clause: '§ ۷٫۳',
  },
] as const;

test.each(broken)(
  '$what: the clause says so, its repair is looked at and made, one undo brings back what was, and it is made again, in $language',
  async ({ language, row, rule, clause }) => {
    const hand = await opened(language, shipped, row);
    const start = await draftIs(() => true);
    const verdict = (now: string) => page.locator(`[data-rule="${rule}"][data-verdict="${now}"]`).waitFor();
    await (await KeyboardReader.at(page)).go({ role: 'row', name: /./ });
    await hand.remove();
    const faulty = await draftIs((draft) => draft !== start);

    await toCheck(language, hand);
    await item(rule).waitFor();
    expect(await item(rule).textContent()).toContain(say(language, 'check.verdict.fails'));
    expect(await item(rule).locator('xpath=ancestor::*[h4][1]/h4').textContent()).toContain(clause);

    // The repair is shown before it is made.
    await hand.press({ role: 'button', name: say(language, 'fixes.show') }, `[data-rule="${rule}"]`);
    const shown = item(rule).getByRole('region', { name: say(language, 'fixes.changes') });
    await shown.getByText(say(language, 'fixes.proved')).waitFor();
    expect(await shown.getByRole('listitem').count()).toBeGreaterThan(0);
    expect(await draftIs(() => true)).toBe(faulty);
    await calm();

    // Made, it is checked anew; whoever has no mouse is still somewhere.
    await hand.press({ role: 'button', name: say(language, 'fixes.apply') }, `[data-rule="${rule}"]`);
    const repaired = await draftIs((draft) => draft !== faulty);
    await verdict('holds');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-rule]')?.getAttribute('data-rule') ?? '')).toBe(rule);

    // One undo brings back exactly what was; done again, it holds again; two undos, and nothing ever happened.
    await hand.undo();
    expect(await draftIs((draft) => draft !== repaired)).toBe(faulty);
    await verdict('fails');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    expect(await draftIs((draft) => draft !== faulty)).toBe(repaired);
    await verdict('holds');
    await calm();
    await hand.undo();
    await hand.undo();
    expect(await draftIs((draft) => draft === start)).toBe(start);
  },
);

test('what nobody but the organisation knows is left open: the draft says where, and nobody can send it for approval until it is written', async () => {
  const { policy: _, ...rest } = shipped;
  const rule = '10002/5.3-A';
  const hand = await opened('pl', rest, '');
  const start = await draftIs(() => true);
  await toCheck('pl', hand);
  await hand.press({ role: 'button', name: say('pl', 'fixes.show') }, `[data-rule="${rule}"]`);
  const shown = item(rule).getByRole('region', { name: say('pl', 'fixes.changes') });
  await shown.getByText('Potem trzeba jeszcze wpisać 1 tekst.').waitFor();
  await calm();
  await hand.press({ role: 'button', name: say('pl', 'fixes.apply') }, `[data-rule="${rule}"]`);
  const repaired = await draftIs((draft) => draft !== start);
  expect(JSON.parse(repaired).policy).toEqual({ id: 'complaints-policy', version: '…' });
  await page.getByRole('button', { name: /\(1\)/ }).waitFor();
  const { revision } = await speak('GET', '/definitions/complaint/draft');
  await expect(speak('POST', '/definitions/complaint/draft/submission', {}, Number(revision))).rejects.toThrow(/"findings".*"errors":1/);
  await hand.press({ role: 'button', name: /\(1\)/ });
  await page
    .getByRole('option')
    .filter({ hasText: say('pl', 'finding.words-open') })
    .waitFor();
  await calm();
});
