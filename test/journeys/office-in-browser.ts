import type { BrowserContextOptions, Page } from 'playwright-core';
import { startBuiltServer } from './built-server.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { watched } from './page-look.ts';
import { type SampleOffice, sampleOffice } from './sample-office.ts';

/** The sample office on a server of its own, and whoever set it up before its pages. */
export interface OfficeInBrowser {
  readonly office: SampleOffice;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** `textPx` is the size of text that the reader has set in the browser. */
export async function officeInBrowser({
  textPx,
  ...options
}: BrowserContextOptions & { readonly textPx?: number } = {}): Promise<OfficeInBrowser> {
  const server = await startBuiltServer();
  const browser = await openBrowser(textPx === undefined ? {} : { textPx });
  const { context } = await personsBrowser(browser, server.url, options);
  const page = watched(await context.newPage());
  const office = await sampleOffice(page, server.setUpCode);
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  return { office, page, close };
}
