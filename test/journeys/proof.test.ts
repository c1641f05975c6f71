import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { clauseOf } from '@redress/definitions';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { type Colleague, invitedOfficer } from './colleague.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { escaped } from './hand.ts';
import { KeyboardReader } from './keyboard.ts';
import { rowsOf, type Speaker } from './office-speaker.ts';
import { axeFindings, settled, watched } from './page-look.ts';
import { untilThere } from './until-there.ts';
import { catalogue, type Language, languages, read, say, type Text, textIn } from './words.ts';

jest.setTimeout(180_000);

/** Management stands behind it: nothing that a drawing could show. */
const signedRule = '10002/4.2-C';
/** Receipt is confirmed before work goes on. */
const brokenRule = '10002/7.4-A';
const financialMarket = read('definitions/src/law/pl-financial.json') as { readonly title: Text };
const seen = {
  en: 'The board decided it on 3 March.',
  fa: 'هیئت‌مدیره در سوم مارس آن را تصویب کرد.',
  pl: 'Zarząd przyjął to 3 marca.',
} as const;
const minutes = { en: 'Minutes “12”.pdf', fa: 'صورت‌جلسهٔ ۱۲.pdf', pl: 'Protokół nr 12.pdf' } as const;

let browser: Browser;
let server: BuiltServer;
let emily: Page;
let grace: Colleague;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
beforeAll(async () => {
  ({ browser, server, page: emily, speak, trouble } = await openDrawingDesk());
  grace = await invitedOfficer(browser, server.url, speak);
  watched(grace.page);
  for (const page of [emily, grace.page]) await page.setViewportSize({ width: 1440, height: 900 });
  await drawBroken();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Way {
  target?: string;
}
/** A draft on the version in force that leads a way past the letter of receipt. */
async function drawBroken(): Promise<void> {
  const { document } = (await speak('GET', '/definitions/starter/versions/1')) as unknown as {
    readonly document: { readonly machine: { readonly states: Record<string, { on?: Record<string, Way[]> }> } };
  };
  const way = document.machine.states.recording?.on?.recorded?.[0];
  if (!way) throw new Error('nothing is recorded in the starter');
  way.target = '#awaitingAnswer';
  await speak('PUT', '/definitions/starter/draft', { document }, 0);
}

test.each(languages)('the officer signs what no drawing shows, and everybody who draws reads it, in %s', async (language: Language) => {
  const { page } = grace;
  await grace.speak('PATCH', '/me', { language });
  await speak('PATCH', '/me', { language });
  await page.goto('/procedures/starter/versions');
  await settled(page);
  const keyboard = await KeyboardReader.at(page);
  await keyboard.enter({ role: 'link', name: say(language, 'review.proof') });
  await page.waitForURL(/starter\/proof/);
  const row = page.locator(`[data-rule="${signedRule}"]`);
  await row.waitFor();
  await settled(page);
  expect(await row.textContent()).toContain(say(language, 'check.verdict.needs-person'));
  expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

  const sign = /10002\/4\.2-C/;
  await keyboard.enter({ role: 'button', name: sign });
  await page.getByRole('dialog').waitFor();
  const choosing = page.waitForEvent('filechooser'); // Listened for on the way: a key is quicker than the browser is told of it.
  await keyboard.enter({ role: 'button', name: say(language, 'matrix.files-add') });
  const bytes = Buffer.from(`%PDF-1.7 ${seen[language]}`);
  await (await choosing).setFiles({ name: minutes[language], mimeType: 'application/pdf', buffer: bytes });
  await page.locator('li[aria-busy="false"]', { hasText: minutes[language] }).waitFor();
  await keyboard.go({ role: 'textbox', name: new RegExp(say(language, 'matrix.attest-statement')) });
  await keyboard.type(seen[language]);
  expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
  await keyboard.enter({ role: 'button', name: say(language, 'matrix.attest') });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await row.getByText(seen[language]).waitFor();
  expect(await row.textContent()).toContain('Grace Palmer');
  const downloading = page.waitForEvent('download');
  await keyboard.enter({ role: 'link', name: minutes[language] });
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(minutes[language].replaceAll('\u200c', '_')); // The browser takes joiners out of names.
  expect((await readFile(await download.path())).equals(bytes)).toBe(true);
  expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

  // Whoever draws reads it, and is offered no signature.
  await emily.goto('/procedures/starter/proof');
  const read = emily.locator(`[data-rule="${signedRule}"]`);
  await read.getByText(seen[language]).waitFor();
  expect(await read.getByRole('button').count()).toBe(0);
});

test.each(languages)(
  'what the draft makes of the rules stands beside what the version made of them, with the run, in %s',
  async (language: Language) => {
    const { page } = grace;
    await grace.speak('PATCH', '/me', { language });
    await page.goto('/procedures/starter/proof?of=draft&with=1');
    const row = page.locator(`[data-rule="${brokenRule}"]`);
    await row.waitFor();
    await settled(page);
    expect(await row.textContent()).toContain(say(language, 'check.verdict.fails'));
    expect(await row.textContent()).toContain(say(language, 'check.verdict.holds'));
    const keyboard = await KeyboardReader.at(page);
    await keyboard.go({ role: 'radio', name: say(language, 'matrix.show-all') });
    await keyboard.press(language === 'fa' ? 'ArrowLeft' : 'ArrowRight', language === 'fa' ? 'ArrowLeft' : 'ArrowRight');
    await page.waitForURL(/show=changed/);
    const changed = page.locator('tr[data-rule]');
    await expect(changed.count()).resolves.toBeLessThan(10);
    await keyboard.enter({ role: 'button', name: /\d|[۰-۹]/ });
    await page.locator('ol li').first().waitFor();
    expect(new URL(page.url()).searchParams.get('rule')).not.toBeNull();
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await keyboard.enter({ role: 'link', name: say(language, 'matrix.open-draft') });
    await page.waitForURL(/starter\/outline.*check=/);
    await page.getByRole('region', { name: say(language, 'check.path.label') }).waitFor();
  },
);

test.each(languages)(
  'of what needs her the officer waives a rule: its row goes, and the focus is on the next one; among all rules she takes it back, in %s',
  async (language: Language) => {
    const { page } = grace;
    await grace.speak('PATCH', '/me', { language });
    await page.goto('/procedures/starter/proof?of=draft&show=mine');
    const row = page.locator(`tr[data-rule="${brokenRule}"]`);
    await row.waitFor();
    await settled(page);
    const shown = await page.locator('tr[data-rule]').evaluateAll((rows) => rows.map((one) => one.getAttribute('data-rule')));
    const next = shown[shown.indexOf(brokenRule) + 1];
    const keyboard = await KeyboardReader.at(page);
    const ofRule = { role: 'button', name: new RegExp(brokenRule.replace('.', '\\.')) };
    await keyboard.enter(ofRule);
    await page.getByRole('dialog').waitFor();
    await keyboard.go({ role: 'textbox', name: new RegExp(say(language, 'review.waive-why')) });
    await keyboard.type(seen[language]);
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await keyboard.enter({ role: 'button', name: say(language, 'review.waive') });
    await row.waitFor({ state: 'detached' });
    const ruleInFocus = () => page.evaluate(() => document.activeElement?.getAttribute('data-rule'));
    expect(await untilThere(page, ruleInFocus, (rule) => rule === next)).toBe(next);
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    await keyboard.go({ role: 'radio', name: say(language, 'matrix.show-mine') }, 'Shift+Tab');
    await keyboard.press(language === 'fa' ? 'ArrowRight' : 'ArrowLeft');
    await row.getByText(seen[language]).waitFor();
    await keyboard.enter(ofRule);
    await row.getByText(seen[language]).waitFor({ state: 'detached' });
    expect(await keyboard.focus()).toMatchObject({ role: 'button', name: expect.stringMatching(ofRule.name) });
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
  },
);

test.each(languages)(
  'a law that the office chooses is owed by what is in force, and stands on its proof page with where it is written, in %s',
  async (language: Language) => {
    await speak('PATCH', '/me', { language });
    await chooseNoLaw();
    await emily.goto('/organisation');
    await settled(emily);
    const keyboard = await KeyboardReader.at(emily);
    const law = new RegExp(financialMarket.title[language] ?? '');
    await keyboard.go({ role: 'checkbox', name: law });
    await keyboard.press('Space');
    expect((await axeFindings(emily)).concat(...trouble)).toEqual([]);
    await keyboard.enter({ role: 'button', name: say(language, 'organisation.save') });
    await emily.getByText(say(language, 'organisation.saved')).waitFor();

    await emily.goto('/procedures');
    const owed = emily.locator('a[href*="/starter/proof?of="]');
    await owed.waitFor();
    await settled(emily);
    expect((await axeFindings(emily)).concat(...trouble)).toEqual([]);
    await keyboard.enter({ role: 'link', name: (await owed.textContent()) ?? '' });
    await emily.waitForURL(/starter\/proof/);
    await emily.getByRole('radio', { name: law }).waitFor();
    await keyboard.go({ role: 'radio', name: /10002|۱۰۰۰۲/ });
    while (!(await emily.locator('[data-rule="law:pl-financial/silence-accepted"]').isVisible()))
      await keyboard.press(language === 'fa' ? 'ArrowLeft' : 'ArrowRight');
    const row = emily.locator('[data-rule="law:pl-financial/silence-accepted"]');
    expect(await row.textContent()).toContain(say(language, 'check.verdict.fails'));
    expect(await row.textContent()).toContain(say(language, 'law.confidence.partly'));
    await emily.getByText(say(language, 'law.unverified')).waitFor();
    expect((await axeFindings(emily)).concat(...trouble)).toEqual([]);
    await chooseNoLaw();
  },
);

test.each(languages)(
  'the officer raises a finding from the row of its clause, is led to it in the review and back, and settles it; whoever reads along sees it come and go, in %s',
  async (language: Language) => {
    const { page } = grace;
    await grace.speak('PATCH', '/me', { language });
    await page.goto('/procedures/starter/proof?of=draft&show=mine');
    const [row] = await Promise.all([page.locator(`tr[data-rule="${brokenRule}"]`), emily.goto('/procedures/starter/proof?of=draft')]);
    await row.waitFor();
    await inReview(); // Whoever has the page open hears of it.
    const raise = { role: 'button', name: new RegExp(`^${say(language, 'matrix.raise')}: [7۷].[4۴]$`) };
    await page.getByRole('button', { name: raise.name }).waitFor();
    const keyboard = await KeyboardReader.at(page);
    await keyboard.enter(raise);
    await page.getByRole('dialog').waitFor();
    await keyboard.go({ role: 'radio', name: say(language, 'review.grade-observation') });
    await keyboard.press('ArrowDown', 'ArrowDown');
    await page.getByRole('radio', { name: say(language, 'review.grade-major'), checked: true }).waitFor();
    await keyboard.go({ role: 'textbox', name: new RegExp(say(language, 'matrix.raise-what')) });
    await keyboard.type(seen[language]);
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await keyboard.enter({ role: 'button', name: say(language, 'review.finding-add') });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await untilThere(
      page,
      () => keyboard.focus(),
      ({ role, name }) => role === 'button' && raise.name.test(name),
    );
    for (const reader of [page, emily]) await reader.locator('li[data-grade="major"]', { hasText: seen[language] }).waitFor();
    const [finding] = rowsOf(await grace.speak('GET', '/definitions/starter/draft/comments')).slice(-1);
    expect(finding).toMatchObject({ finding: { grade: 'major', clause: '10002/7.4' }, element: expect.stringMatching(/^\w+/) });
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    const clause = new RegExp(escaped(textIn(clauseOf('10002/7.4')?.title, language)));
    const toReview = { role: 'link', name: new RegExp(`^${escaped(catalogue(language)['matrix.finding-review']?.split('{')[0] ?? '')}`) };
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await keyboard.enter(toReview);
    await page.waitForURL(/starter\/review/);
    await untilThere(page, focused, (text) => text.includes(seen[language]));
    await keyboard.enter({ role: 'link', name: clause });
    await page.waitForURL(/starter\/proof/);
    await untilThere(page, () => page.evaluate(() => document.activeElement?.matches('tr[data-meant]')), Boolean);
    expect(await focused()).toMatch(clause);
    await keyboard.enter(toReview);
    await page.waitForURL(/starter\/review/);
    await untilThere(page, focused, (text) => text.includes(seen[language]));
    await keyboard.enter({ role: 'button', name: say(language, 'review.settle') });
    await emily.locator('li[data-grade="major"]').waitFor({ state: 'detached' });
    expect((await axeFindings(emily)).concat(...trouble)).toEqual([]);
  },
);

async function inReview(): Promise<void> {
  const { revision, state } = await speak('GET', '/definitions/starter/draft');
  if (state === 'draft') await speak('POST', '/definitions/starter/draft/submission', { why: 'x' }, Number(revision));
}

async function chooseNoLaw(): Promise<void> {
  const { revision } = await speak('GET', '/organisation');
  await speak('PATCH', '/organisation', { laws: [] }, Number(revision));
}
