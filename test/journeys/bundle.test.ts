import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { type Colleague, invitedOfficer } from './colleague.ts';
import { drawingOwner } from './drawing-owner.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { axeFindings, settled, watched } from './page-look.ts';
import { say } from './words.ts';

jest.setTimeout(60_000);

const program = fileURLToPath(new URL('../../runtime-api/bin/redress.js', import.meta.url));
const verified = (file: string, key: string) => spawnSync(process.execPath, [program, 'verify', file, '--key', key], { encoding: 'utf8' });

let browser: Browser;
let server: BuiltServer;
let grace: Colleague;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-bundle-'));
  browser = await openBrowser();
  server = await startBuiltServer();
  const { context } = await personsBrowser(browser, server.url);
  const owner: Page = watched(await context.newPage());
  const speak = await drawingOwner(owner, server.setUpCode);
  grace = await invitedOfficer(browser, server.url, speak);
  watched(grace.page);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the officer takes an evidence bundle along: it is verified by the fingerprint that the page shows, and no more once a byte is altered', async () => {
  const { page } = grace;
  await grace.speak('PATCH', '/me', { language: 'pl' });
  await page.goto('/procedures/starter/proof?of=1');
  await page.getByRole('button', { name: say('pl', 'bundle.title') }).click();
  const dialog = page.getByRole('dialog');
  const fingerprint = (await dialog.locator('code').textContent()) ?? '';
  await settled(page);
  expect(await axeFindings(page)).toEqual([]);
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: say('pl', 'bundle.download') }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('starter-1-evidence.zip');
  const bundle = join(folder, 'bundle.zip');
  await download.saveAs(bundle);

  const key = fingerprint.replaceAll(' ', '');
  const good = verified(bundle, key);
  expect([good.status, good.stdout]).toEqual([0, expect.stringContaining(`Key: ${fingerprint}`)]);
  const bytes = await readFile(bundle);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  const altered = join(folder, 'altered.zip');
  await writeFile(altered, bytes);
  expect(verified(altered, key).status).toBe(1);
});
