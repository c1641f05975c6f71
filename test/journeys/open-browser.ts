import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../tools/chromium.js';

/** No name is looked up but this machine's own: a page that asks elsewhere is refused by the browser itself, whose cache goes on working. */
const onlyHere = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/** `textPx` is the size of text that the reader has set in the browser. */
export async function openBrowser({ textPx = 16 }: { readonly textPx?: number } = {}): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no chromium on the path: set CHROMIUM_PATH');
  return await chromium.launch({ executablePath, args: [...chromiumFlags, onlyHere, `--blink-settings=defaultFontSize=${textPx}`] });
}

/** A person's own browser: what breaks in it is told, and what it asks of other hosts is written down. */
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
  context.on('request', (request) => {
    const { host: asked, href, protocol } = new URL(request.url());
    if (asked !== host && /^https?:$/.test(protocol)) foreign.push(href);
  });
  return { context, foreign, broken };
}
