import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../tools/chromium.js';

/** `textPx` is the size of text that the reader has set in the browser. */
export async function openBrowser({ textPx = 16 }: { readonly textPx?: number } = {}): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no chromium on the path: set CHROMIUM_PATH');
  return await chromium.launch({ executablePath, args: [...chromiumFlags, `--blink-settings=defaultFontSize=${textPx}`] });
}

/** A person's own browser: what breaks in it is told, and what it asks of other hosts is written down and refused. */
export async function personsBrowser(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly context: BrowserContext; readonly foreign: string[]; readonly broken: string[] }> {
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const foreign: string[] = [];
  const broken: string[] = [];
  context.on('weberror', (error) => broken.push(error.error().message));
  const { host } = new URL(baseURL);
  await context.route(
    (url) => url.host !== host && /^https?:$/.test(url.protocol),
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  return { context, foreign, broken };
}
