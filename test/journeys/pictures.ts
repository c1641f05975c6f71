/** `npm run pictures`: the pictures of the READMEs, taken from a sample office on the built server. */
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startBuiltServer } from './built-server.ts';
import { drawingScenes } from './drawing-scenes.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { settled, watched } from './page-look.ts';
import { sampleOffice } from './sample-office.ts';

const sizeMost = 300 * 1024;
const folder = fileURLToPath(new URL('./pictures/', import.meta.url));
mkdirSync(folder, { recursive: true });

const server = await startBuiltServer();
const browser = await openBrowser();
try {
  const { context } = await personsBrowser(browser, server.url);
  const page = watched(await context.newPage());
  const office = await sampleOffice(page, server.setUpCode);
  for (const [name, language] of [
    ['case', 'en'],
    ['map-step', 'en'],
    ['map-deadline', 'fa'],
    ['review-sent', 'en'],
  ] as const) {
    await office.choose({ language, theme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(String(office.pages[name]));
    await settled(page);
    await keep(page, `${name}.${language}`);
  }
  await office.choose({ language: 'en', theme: 'light' });
  await drawingScenes['try-story']?.(page, 'en');
  await keep(page, 'try.en');
} finally {
  await browser.close();
  await server.stop();
}

async function keep(page: Page, name: string): Promise<void> {
  const path = `${folder}${name}.png`;
  await page.screenshot({ path });
  const { size } = statSync(path);
  if (size > sizeMost) throw new Error(`${path} is ${size} bytes, more than a README should load`);
  console.log(`${path}: ${Math.round(size / 1024)} KB`);
}
