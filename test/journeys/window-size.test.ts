import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { officeInBrowser } from './office-in-browser.ts';
import { settled } from './page-look.ts';
import type { SampleOffice } from './sample-office.ts';

jest.setTimeout(180_000);

let page: Page;
let office: SampleOffice;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ page, office, close } = await officeInBrowser());
});
afterAll(async () => await close());

/** Scripts that the window brings in with gzip, in KB: what a page needs before anybody touches it, workers and their parts apart. */
async function weightOf(addresses: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const weights: Record<string, number> = {};
  const bodies: Promise<unknown>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.js') || /worker/.test(pathname) || pathname in weights) return;
    weights[pathname] = 0;
    bodies.push(
      response
        .body()
        .then((body) => (weights[pathname] = gzipSync(body).length / 1024))
        .catch(() => undefined), // A page that is left while its script comes asks for it again.
    );
  });
  for (const address of addresses) {
    await page.goto(address);
    await settled(page);
  }
  await Promise.all(bodies);
  page.removeAllListeners('response');
  return weights;
}

const sumOf = (weights: Readonly<Record<string, number>>): number => Object.values(weights).reduce((sum, weight) => sum + weight, 0);
const heaviest = (weights: Readonly<Record<string, number>>): string =>
  Object.entries(weights)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 8)
    .map(([path, weight]) => `${path} ${Math.round(weight)} KB`)
    .join('\n');

test('a case is read before its chart has been laid out', async () => {
  const chartToCome = page.locator('header:has(> #chart-title) + [aria-busy="true"]');
  const held = new Promise<void>((release) => {
    void page.route(/\/elk[^/]*\.js$/, async (route) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await chartToCome.waitFor();
      release();
      await route.continue();
    });
  });
  await page.goto(String(office.pages.case));
  await held;
  await settled(page);
  expect(await chartToCome.count()).toBe(0);
  await page.unrouteAll();
});

test.each([
  ['tasks and a case', ['tasks', 'case'], 260],
  ['the designer', ['map', 'outline'], 420],
] as const)('%s weigh no more than is asked', async (_, pages, most) => {
  const weights = await weightOf(pages.map((name) => String(office.pages[name])));
  const sum = sumOf(weights);
  console.log(`${pages.join(', ')}: ${sum.toFixed(2)} KB, asked are ${most}\n${heaviest(weights)}`);
  expect(sum).toBeGreaterThan(50); // Something was measured.
  expect(sum).toBeLessThanOrEqual(most);
});
