import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { idOf, type Speaker, speaker } from './office-speaker.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { watched } from './page-look.ts';
import { setUpByPage } from './sample-office.ts';

/** Whoever sets the office up through its page and draws procedures as well: how the server is spoken to in that person's name. */
export async function drawingOwner(page: Page, setUpCode: string): Promise<Speaker> {
  await setUpByPage(page, setUpCode);
  const speak = await speaker(page);
  const id = idOf((await speak('GET', '/session')).person);
  const { revision } = await speak('GET', `/people/${id}`);
  await speak('PATCH', `/people/${id}`, { rights: ['administrator', 'process-owner'] }, Number(revision));
  return speak;
}

export interface DrawingDesk {
  readonly browser: Browser;
  readonly server: BuiltServer;
  readonly page: Page;
  readonly speak: Speaker;
  /** What was asked of foreign hosts, and what broke in the page, as it happens. */
  readonly trouble: readonly (readonly string[])[];
}

/** A server and a browser of their own, and in it the page of somebody who has just set up the office and draws. */
export async function openDrawingDesk(): Promise<DrawingDesk> {
  const browser = await openBrowser();
  const server = await startBuiltServer();
  const { context, foreign, broken } = await personsBrowser(browser, server.url);
  const page = watched(await context.newPage());
  return { browser, server, page, speak: await drawingOwner(page, server.setUpCode), trouble: [foreign, broken] };
}
