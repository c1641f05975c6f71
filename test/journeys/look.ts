/**
 * Pictures of every page, for eyes: `npx tsx test/journeys/look.ts FOLDER [page …] [fa] [dark] [390]`.
 * Starts the built server on a temporary home, sets it up through its own page, puts a few cases in, and looks in three languages, light and dark, wide and narrow.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../tools/chromium.js';
import { sampleOffice } from './sample-office.ts';

const languages = ['en', 'fa', 'pl'] as const;
const themes = ['light', 'dark'] as const;
const widths = [1440, 390] as const;
type Language = (typeof languages)[number];

const [folder = 'look', ...wishes] = process.argv.slice(2);
const chosen = <Value extends string | number>(all: readonly Value[]) => {
  const named = all.filter((one) => wishes.includes(String(one)));
  return named.length > 0 ? named : all;
};
mkdirSync(folder, { recursive: true });

const home = mkdtempSync(join(tmpdir(), 'redress-look-'));
const server = await startServer(home);
const browser = await openBrowser();
try {
  const shown = await look(browser);
  console.log(`${shown} pictures in ${folder}`);
} finally {
  await browser.close();
  server.process.kill('SIGTERM');
  await new Promise((ended) => server.process.once('exit', ended));
  rmSync(home, { recursive: true, force: true });
}

async function look(browser: Browser): Promise<number> {
  let shown = 0;
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && console.log(`page: ${message.text()}`));
  page.on('pageerror', (error) => console.log(`page failed: ${error.message}`));
  shown += await doors(page, ['set-up', 'join']);
  const office = await sampleOffice(page, server.code);
  for (const language of chosen(languages)) {
    for (const theme of chosen(themes)) {
      await office.choose({ language, theme });
      for (const width of chosen(widths)) {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        for (const [name, address] of Object.entries(office.pages)) {
          if (!isWished(name, Object.keys(office.pages))) continue;
          await picture(page, address, `${name}.${language}.${theme}.${width}`);
          shown += 1;
        }
      }
    }
  }
  await context.clearCookies();
  return shown + (await doors(page, ['sign-in']));
}

/** Pages before the door choose their language by the address, and light or dark by the system. */
async function doors(page: Page, names: readonly string[]): Promise<number> {
  let shown = 0;
  for (const name of names.filter((one) => isWished(one, ['set-up', 'join', 'sign-in'])))
    for (const language of chosen(languages))
      for (const theme of chosen(themes))
        for (const width of chosen(widths)) {
          await page.emulateMedia({ colorScheme: theme });
          await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
          await picture(page, `/${name}?language=${language satisfies Language}`, `${name}.${language}.${theme}.${width}`);
          shown += 1;
        }
  return shown;
}

async function picture(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1:visible, h2:visible').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) console.log(`${name}: ${wide} px wider than the window`);
}

function isWished(name: string, all: readonly string[]): boolean {
  const named = wishes.filter((wish) => ![...languages, ...themes, ...widths.map(String)].includes(wish));
  return named.length === 0 || named.includes(name) || (named.some((wish) => all.includes(wish)) && named.includes(name));
}

async function startServer(home: string): Promise<{ readonly process: ChildProcess; readonly url: string; readonly code: string }> {
  const port = await freePort();
  const bin = fileURLToPath(new URL('../../runtime-api/bin/redress.js', import.meta.url));
  const child = spawn(process.execPath, [bin, 'start'], {
    env: { ...process.env, REDRESS_HOME: home, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const code = await new Promise<string>((found, failed) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const match = /^\s+([A-Z0-9]{5}(?:-[A-Z0-9]{5}){4})\s*$/m.exec(said);
      if (match?.[1] && said.includes('Stop with')) found(match[1]);
    });
    child.once('exit', (status) => failed(new Error(`the server ended with ${status}: ${said}`)));
  });
  return { process: child, url: `http://localhost:${port}`, code };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  return typeof address === 'object' && address ? address.port : 3999;
}

async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no chromium on the path: set CHROMIUM_PATH');
  return await chromium.launch({ executablePath, args: chromiumFlags });
}
