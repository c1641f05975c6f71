import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { crowded } from './crowded.ts';
import { officeInBrowser } from './office-in-browser.ts';
import { cutOff, settled } from './page-look.ts';
import type { SampleOffice } from './sample-office.ts';
import { languages } from './words.ts';

jest.setTimeout(300_000);

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

let page: Page;
let office: SampleOffice;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ page, office, close } = await officeInBrowser({ textPx: 32, viewport: wide }));
});
afterAll(async () => await close());

test.each(languages)(
  'who has set text twice as large reads it twice as large on every page in %s, and nothing is in the way; on a phone nothing moves sideways',
  async (language) => {
    await office.choose({ language, theme: 'light' });
    const problems: string[] = [];
    for (const [name, address] of Object.entries(office.pages)) {
      await page.goto(address);
      await settled(page);
      const size = await page.evaluate(() => getComputedStyle(document.body).fontSize);
      if (size !== '28px') problems.push(`${name}: text of ${size}`);
      problems.push(...(await small(page)).map((what) => `${name}: ${what}`));
      problems.push(...[...(await cutOff(page)), ...(await crowded(page))].map((what) => `${name}: ${what}`));
      await page.setViewportSize(phone);
      problems.push(...(await cutOff(page)).map((what) => `${name} on a phone: ${what}`));
      await page.setViewportSize(wide);
    }
    expect(problems).toEqual([]);
  },
);

const oneCase = /\/api\/v1\/cases\/[^/?]+$/;
test.each(languages)(
  'on a phone, too, a case that came from another one is read without moving the page sideways, in %s',
  async (language) => {
    await office.choose({ language, theme: 'light' });
    await page.setViewportSize(phone);
    // It came from another case: its number stands in the way to it as well.
    await page.route(oneCase, async (route) => {
      const answer = await route.fetch();
      const found = await answer.json();
      await route.fulfill({
        response: answer,
        json: { ...found, origin: { ...found, id: 'other', number: '2026-000777', readable: true } },
      });
    });
    await page.goto(office.pages.case ?? '');
    await settled(page);
    await page.getByRole('navigation').getByRole('link', { name: '2026-000777' }).waitFor();
    const problems = await cutOff(page);
    await page.unroute(oneCase);
    await page.setViewportSize(wide);
    expect(problems).toEqual([]);
  },
);

test.each(languages)('what moves a paragraph of a letter does not lie on its first words, in %s', async (language) => {
  await office.choose({ language, theme: 'light' });
  await page.goto('/procedures/complaint/outline?at=letter:acknowledgement');
  await settled(page);
  await page.locator('[data-field^="blocks/"]').first().waitFor();
  expect((await crowded(page)).filter((what) => what.startsWith('upon each other'))).toEqual([]);
});

test('what has not enough room is found: a button too low for its words, a line drawn up over the one above', async () => {
  await office.choose({ language: 'en', theme: 'light' });
  await page.goto('/people');
  await settled(page);
  await page.evaluate(() => {
    const [button] = document.querySelectorAll<HTMLElement>('main button');
    if (button) Object.assign(button.style, { blockSize: '12px', minBlockSize: '0', overflow: 'hidden' });
    const second = document.querySelectorAll<HTMLElement>('main tbody tr')[1]?.querySelector<HTMLElement>('a');
    if (second) Object.assign(second.style, { position: 'relative', insetBlockStart: '-3rem' });
  });
  const found = await crowded(page);
  expect(found).toContainEqual(expect.stringMatching(/^cut off below: button/));
  expect(found).toContainEqual(expect.stringMatching(/^upon each other: /));
});

/** The smallest letters are those on the picture of a person: 10.5 pixels, here twice as large. Those of the chart grow by its being nearer. */
async function small(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    /** Of letters on a picture that is nearer as well: a box is as wide as it is laid out times how near it is. */
    const sizeSeen = (element: Element) => {
      const box = element.closest<HTMLElement>('button, div, p');
      const nearer = box && box.offsetWidth > 0 ? box.getBoundingClientRect().width / box.offsetWidth : 1;
      return Math.round(Number.parseFloat(getComputedStyle(element).fontSize) * nearer);
    };
    return [...document.body.querySelectorAll('*')]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== ''),
      )
      .filter((element) => !element.closest('.react-flow__viewport') && sizeSeen(element) < 21)
      .map((element) => `small: ${(element.textContent ?? '').slice(0, 40)}`);
  });
}
