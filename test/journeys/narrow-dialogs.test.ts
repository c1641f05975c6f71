import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { drawingScenes } from './drawing-scenes.ts';
import { officeInBrowser } from './office-in-browser.ts';
import { cutOff, settled } from './page-look.ts';
import type { SampleOffice } from './sample-office.ts';

jest.setTimeout(120_000);

const asking = [
  'drawing-step',
  'drawing-insert',
  'drawing-way',
  'drawing-new',
  'drawing-problems',
  'drawing-letter-preview',
  'when-new-clock',
  'when-new-rung',
  'who-new-role',
];

let page: Page;
let office: SampleOffice;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ page, office, close } = await officeInBrowser({ viewport: { width: 390, height: 844 } }));
});
afterAll(async () => await close());

test.each(['fa', 'pl'] as const)('a dialog over a drawing fits a phone, however long its choices are, in %s', async (language) => {
  await office.choose({ language, theme: 'light' });
  const problems: string[] = [];
  for (const name of asking) {
    await drawingScenes[name]?.(page, language);
    await settled(page);
    expect(await page.locator('[role="dialog"], [role="alertdialog"]').count()).toBeGreaterThan(0);
    problems.push(...(await cutOff(page)).map((what) => `${name}: ${what}`));
  }
  expect(problems).toEqual([]);
});
