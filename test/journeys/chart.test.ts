import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { officeInBrowser } from './office-in-browser.ts';
import { settled } from './page-look.ts';
import type { SampleOffice } from './sample-office.ts';
import { untilThere } from './until-there.ts';
import { type Language, say } from './words.ts';

jest.setTimeout(120_000);

let page: Page;
let office: SampleOffice;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ page, office, close } = await officeInBrowser());
});
afterAll(async () => await close());

async function chartIn(language: Language): Promise<Locator> {
  await office.choose({ language, theme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(String(office.pages.case));
  await settled(page);
  return page.getByRole('region', { name: say(language, 'chart.label') });
}
const scrolled = (chart: Locator): Promise<number> => chart.evaluate((sheet) => sheet.scrollLeft);
const here = (): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.dataset.card : undefined));
/** Whether a card, or the one that has the focus, lies within what is shown of the chart. */
const isShown = (chart: Locator, card = ':focus'): Promise<boolean> =>
  chart.evaluate((sheet, at) => {
    const [of, box] = [sheet.getBoundingClientRect(), sheet.querySelector(at)?.getBoundingClientRect()];
    return box !== undefined && box.left >= of.left && box.right <= of.right && box.top >= of.top && box.bottom <= of.bottom;
  }, card);

const yes = (is: boolean) => is;

test.each<[Language, string, string]>([
  ['en', 'ArrowRight', 'ArrowLeft'],
  ['fa', 'ArrowLeft', 'ArrowRight'],
])('in %s the chart begins where the case is; arrow keys walk along it, and what they reach is shown', async (language, forward, back) => {
  const chart = await chartIn(language);
  expect(await isShown(chart, '[data-state="now"]')).toBe(true);
  await chart.locator('[data-state="now"]').focus();
  const [begun, first] = [await scrolled(chart), await here()];
  for (let step = 0; step < 5; step += 1) await page.keyboard.press(forward);
  expect(await here()).not.toBe(first);
  await untilThere(page, async () => await isShown(chart), yes);
  expect(Math.sign((await scrolled(chart)) - begun)).toBe(language === 'fa' ? -1 : 1);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press(back);
  await untilThere(page, async () => await isShown(chart), yes);
});

test('a mouse takes hold of the chart and moves it, and presses a card only when it stays', async () => {
  const chart = await chartIn('en');
  const card = chart.locator('[data-state="now"]');
  const box = await card.boundingBox();
  if (!box) throw new Error('No card is drawn.');
  const [begun, x, y] = [await scrolled(chart), box.x + 20, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 90, y, { steps: 6 });
  await page.mouse.up();
  const moved = (await scrolled(chart)) - begun;
  expect(moved).toBeGreaterThan(60);
  expect(moved).toBeLessThanOrEqual(90);
  expect(await card.getAttribute('aria-pressed')).toBe('false');
  await page.mouse.move(x, y); // Without a button it only passes.
  expect((await scrolled(chart)) - begun).toBe(moved);
  await card.click();
  expect(await card.getAttribute('aria-pressed')).toBe('true');
});

test('nearer and farther keep the middle, and the whole is smaller', async () => {
  const chart = await chartIn('en');
  const card = chart.locator('[data-state="now"]');
  const widthNow = async () => (await card.boundingBox())?.width ?? 0;
  const middle = async () => {
    const [of, box] = [await chart.boundingBox(), await card.boundingBox()];
    return of && box ? box.x + box.width / 2 - of.x - of.width / 2 : Number.NaN;
  };
  const [width, off] = [await widthNow(), await middle()];
  await page.getByRole('button', { name: say('en', 'chart.nearer') }).click();
  expect(await widthNow()).toBeCloseTo(width * 1.25, 0);
  expect(await middle()).toBeCloseTo(off * 1.25, 0);
  await page.getByRole('button', { name: say('en', 'chart.whole') }).click();
  expect(await widthNow()).toBeLessThan(width);
});
