import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { officeInBrowser } from './office-in-browser.ts';
import { settled } from './page-look.ts';
import type { SampleOffice } from './sample-office.ts';
import { languages, say } from './words.ts';

jest.setTimeout(180_000);

interface Stage {
  readonly states: Readonly<Record<string, { readonly meta: { readonly title: Readonly<Record<string, string>> } }>>;
}

const steps = 130;
let page: Page;
let office: SampleOffice;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ page, office, close } = await officeInBrowser());
  const states = Array.from({ length: steps }, (_, index) => [
    `step${index}`,
    { id: `step${index}`, on: { next: [{ target: `#step${index + 1}` }] } },
  ]);
  const document = { id: 'long', title: { en: 'Long' }, machine: { initial: 'step0', states: Object.fromEntries(states) } };
  await office.speak('PUT', '/definitions/long/draft', { document }, 0);
});
afterAll(async () => await close());

/** A page as the printer gets it. */
async function onPaper(address: string): Promise<void> {
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await page.goto(address);
  await settled(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

/** Size of each sheet, in points. */
async function sheets(): Promise<readonly (readonly [width: number, height: number])[]> {
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return boxes.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))] as const);
}

/** What is dark, or for the hand alone, and lies on the paper all the same. */
async function strayed(): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const dark = (colour: string) => {
      const [red = 255, green = 255, blue = 255, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      // `rgb(…)` counts to 255, `color(srgb …)` to one.
      return alpha > 0.5 && (red + green + blue) * (colour.startsWith('color(') ? 255 : 1) < 300;
    };
    const found: string[] = [];
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const { width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (width < 30 || height < 20 || style.visibility === 'hidden' || !element.checkVisibility()) continue;
      if (dark(style.backgroundColor)) found.push(`dark: ${element.className}`);
      const isOnMap = element.closest('[data-map]') !== null;
      if (
        element.matches('nav:not(article nav), aside, [role="toolbar"], [role="tablist"], input, select') ||
        (element.matches('button') && !isOnMap)
      )
        found.push(`${element.tagName}: ${element.textContent?.slice(0, 40)}`);
    }
    if (dark(getComputedStyle(document.documentElement).backgroundColor)) found.push('dark: the page');
    return found;
  });
}

test.each(languages)(
  'the procedure in sentences is printed on A4: dark on light, without what one presses, no heading alone, in %s',
  async (language) => {
    await office.choose({ language, theme: 'dark' });
    await onPaper('/procedures/complaint/text');
    expect(await strayed()).toEqual([]);
    const { heading, line, pages } = await page.evaluate(() => {
      const styleOf = (selector: string) => {
        const element = document.querySelector(selector);
        if (!element) throw new Error(selector);
        return getComputedStyle(element);
      };
      return {
        heading: styleOf('article section h3').breakAfter,
        line: styleOf('article section li li > div').breakInside,
        pages: Reflect.get(getComputedStyle(document.body), 'page'),
      };
    });
    expect({ heading, line, pages }).toEqual({ heading: 'avoid', line: 'avoid', pages: language === 'fa' ? 'persian' : 'auto' });
    const all = await sheets();
    expect(all.length).toBeGreaterThan(10);
    expect(new Set(all.map(([width, height]) => `${width} ${height}`))).toEqual(new Set(['596 843']));
  },
);

test.each([...languages.map((language) => [language, 'complaint'] as const), ['en', 'long'] as const])(
  'the whole map lies on one sheet, every step of it inside, in %s: %s',
  async (language, procedure) => {
    await office.choose({ language, theme: 'dark' });
    await onPaper(`/procedures/${procedure}/map`);
    expect(await strayed()).toEqual([]);
    const seen = await page.getByRole('region', { name: say(language, 'map.label') }).evaluate((map) => {
      const sheet = map.getBoundingClientRect();
      const boxes = [...map.querySelectorAll('article[data-map]')];
      const outside = boxes.filter((box) => {
        const { left, right, top, bottom, width } = box.getBoundingClientRect();
        return width === 0 || left < sheet.left || right > sheet.right || top < sheet.top || bottom > sheet.bottom;
      });
      return { count: boxes.length, outside: outside.map((box) => box.getAttribute('data-map')), size: [sheet.width, sheet.height] };
    });
    expect(seen.outside).toEqual([]);
    expect(seen.count).toBeGreaterThanOrEqual(procedure === 'long' ? steps : 30);
    expect(await sheets()).toEqual([[843, 596]]);
  },
);

test.each(languages)('a case on paper names every step of its procedure, none is cut off with a chart, in %s', async (language) => {
  await office.choose({ language, theme: 'dark' });
  await onPaper(String(office.pages.case));
  const place = page.locator('section[aria-labelledby="chart-title"]').last();
  expect(await place.locator('.react-flow').count()).toBe(0);
  const { document } = await office.speak('GET', '/definitions/complaint/versions/1');
  const { states } = (document as { readonly machine: { readonly states: Readonly<Record<string, Stage>> } }).machine;
  const said = (await place.textContent()) ?? '';
  for (const { meta } of Object.values(states.answer?.states ?? {})) expect(said).toContain(meta.title[language]);
  expect(
    await place
      .locator('ol')
      .first()
      .evaluate((list) => list.scrollHeight - list.clientHeight),
  ).toBe(0);
});

test('what came, went and changed is told apart on paper although nobody prints backgrounds', async () => {
  await office.choose({ language: 'en', theme: 'dark' });
  await onPaper(String(office.pages['review-sent']));
  const marks = page.locator('aside i[data-mark]');
  const looks = await marks.evaluateAll((all) =>
    all.map((mark) => `${mark.getAttribute('data-mark')} ${Reflect.get(getComputedStyle(mark), 'printColorAdjust')}`),
  );
  expect(new Set(looks)).toEqual(new Set(['added exact', 'removed exact', 'changed exact']));
});

test.each(languages)(
  'the map of a case lies on one sheet as wide as it is, with every step and without what one presses, in %s',
  async (language) => {
    await office.choose({ language, theme: 'dark' });
    await onPaper(String(office.pages['case-map']));
    expect(await strayed()).toEqual([]);
    const seen = await page.locator('.react-flow').evaluate((flow) => {
      const map = flow.parentElement?.getBoundingClientRect() ?? flow.getBoundingClientRect();
      const boxes = [...flow.querySelectorAll('article[data-map]')].map((box) => box.getBoundingClientRect());
      const outside = boxes.filter(
        ({ left, right, top, bottom, width }) =>
          width === 0 || left < map.left || right > map.right || top < map.top || bottom > map.bottom,
      );
      return { count: boxes.length, outside: outside.length, share: Math.max(map.width / 960, map.height / 610) };
    });
    expect(seen.count).toBeGreaterThan(8);
    expect(seen.outside).toBe(0);
    expect(seen.share).toBeGreaterThan(0.95);
    expect(await sheets()).toEqual([[843, 596]]);
  },
);

test('what stands folded in the history of a case is there on paper', async () => {
  await office.choose({ language: 'en', theme: 'dark' });
  await onPaper(String(office.pages.case));
  const answers = page.locator('details:not([open]) dl');
  const heights = await answers.evaluateAll((all) =>
    all.map((each) => each.checkVisibility({ contentVisibilityAuto: true }) && each.getBoundingClientRect().height),
  );
  expect(heights.length).toBeGreaterThan(0);
  for (const height of heights) expect(height).toBeGreaterThan(10);
});
