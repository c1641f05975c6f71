import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { axeFindings, cutOff, settled, stillMoving, watched } from './page-look.ts';
import { type SampleOffice, sampleOffice } from './sample-office.ts';
import { told, typedIn } from './told.ts';
import { type Language, languages, say } from './words.ts';

jest.setTimeout(600_000); // Some sixty pages, each looked at by axe.

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** A window of 1440 pixels at 200 %. */
const doubled = { width: 720, height: 450 };
const themes = { en: 'light', fa: 'light', pl: 'dark' } as const;
const doors = { 'set-up': '/set-up', join: '/join', 'sign-in': '/sign-in', notices: '/notices' };

let server: BuiltServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let office: SampleOffice;
/** Known once the office stands: on the doors before it, nobody has typed anything yet. */
let typed: readonly string[] = [];
let foreign: readonly string[];
let broken: readonly string[];
const doorProblems: Record<Language, string[]> = { en: [], fa: [], pl: [] };

beforeAll(async () => {
  server = await startBuiltServer(['--inspect']);
  browser = await openBrowser();
  const emily = await personsBrowser(browser, server.url);
  ({ context, foreign, broken } = emily);
  page = watched(await context.newPage());
  for (const language of languages)
    for (const name of ['set-up', 'join'] as const)
      doorProblems[language].push(...(await problemsOf(language, name, `${doors[name]}?language=${language}`)));
  office = await sampleOffice(page, server.setUpCode);
  typed = await typedIn(office);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test.each(languages)(
  'every page in %s: axe finds nothing, every word is of the language, nothing is cut off or moves',
  async (language) => {
    await office.choose({ language, theme: themes[language] });
    const problems = [...doorProblems[language]];
    for (const [name, address] of Object.entries(office.pages)) problems.push(...(await problemsOf(language, name, address)));
    expect(problems).toEqual([]);
    expect({ foreign, broken }).toEqual({ foreign: [], broken: [] });
  },
);

test('the sign-in page and the notices stand it too, in every language, and nobody is signed in there', async () => {
  const stranger = await personsBrowser(browser, server.url);
  page = watched(await stranger.context.newPage());
  const problems: string[] = [];
  for (const language of languages)
    for (const name of ['sign-in', 'notices'] as const)
      problems.push(...(await problemsOf(language, name, `${doors[name]}?language=${language}`)));
  expect(problems).toEqual([]);
  expect(stranger.foreign).toEqual([]);
  page = context.pages()[0] ?? page;
});

test('what asks another host is refused, and is found', async () => {
  const stranger = await personsBrowser(browser, server.url);
  const blank = await stranger.context.newPage();
  const asked = 'http://elsewhere.example/font.woff2';
  expect(await blank.evaluate((url) => fetch(url).catch((problem: Error) => problem.message), asked)).toBe('Failed to fetch');
  expect(stranger.foreign).toEqual([asked]);
});

test('from the sign-in page a stranger reads under which licence a part of the product stands, by keyboard and in its own words', async () => {
  const stranger = await personsBrowser(browser, server.url);
  const reader = watched(await stranger.context.newPage());
  await reader.goto('/sign-in?language=fa');
  await reader.getByRole('link', { name: say('fa', 'notices.title') }).press('Enter');
  const part = reader.locator('details', { has: reader.locator('summary', { hasText: 'elkjs' }) });
  await part.locator('summary').press('Enter');
  const licence = part.locator('pre');
  await licence.waitFor(); // Seen, not only there.
  expect(await part.locator('bdi').textContent()).toBe('EPL-2.0');
  expect(await licence.textContent()).toContain('Eclipse Public License - v 2.0');
  expect(await licence.evaluate((text) => getComputedStyle(text).direction)).toBe('ltr');
  expect(await axeFindings(reader)).toEqual([]);
});

test('in Persian the window is mirrored: the ways begin at the right, numbers and days are Persian', async () => {
  await office.choose({ language: 'fa', theme: 'light' });
  await page.setViewportSize(wide);
  await page.goto(String(office.pages.case));
  await settled(page);
  const box = await page.getByRole('navigation').first().boundingBox();
  expect(box?.x).toBeGreaterThan(wide.width / 2);
  const days = await page.locator('main time, main [class*=clock]').allInnerTexts();
  expect(days.filter((day) => /[0-9]/.test(day))).toEqual([]);
});

/** What can no longer be told from the page where the reader's own colours are forced upon it. */
async function withForcedColours(name: string): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const flat = await page.evaluate(
    () =>
      [...document.querySelectorAll('button:not([role]), input, textarea')].filter((element) => {
        const { borderTopStyle, outlineStyle, color, backgroundColor } = getComputedStyle(element);
        return element.checkVisibility() && borderTopStyle === 'none' && outlineStyle === 'none' && color === backgroundColor;
      }).length,
  );
  await page.emulateMedia({ forcedColors: 'none' });
  return flat > 0 ? [`${name}: ${flat} buttons or fields cannot be told from the page where colours are forced`] : [];
}

async function problemsOf(language: Language, name: string, address: string): Promise<readonly string[]> {
  await page.setViewportSize(wide);
  await page.goto(address);
  await settled(page);
  const problems = [...(await told(page, { name, language, typed })), ...(await stillMoving(page)).map((what) => `${name}: ${what}`)];
  if (language === 'en') problems.push(...(await withForcedColours(name)));
  for (const size of [wide, doubled, phone]) {
    await page.setViewportSize(size);
    problems.push(...(await cutOff(page)).map((what) => `${name} at ${size.width} px: ${what}`));
  }
  if (language === 'fa') problems.push(...(await axeFindings(page)).map((finding) => `${name} at ${phone.width} px: ${finding}`));
  return problems;
}
