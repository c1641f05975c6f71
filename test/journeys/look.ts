/**
 * Pictures of every page, for eyes: `npx tsx test/journeys/look.ts FOLDER [page …] [fa] [dark] [390] [screen] [doubled]`. `screen` shows what fits the window alone,
 * `doubled` what a reader sees who has set text twice as large.
 * Starts the built server on a temporary home, sets it up through its own page, puts a few cases in, and looks in three languages, light and dark, wide and narrow.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBuiltServer } from './built-server.ts';
import { colleague } from './colleague.ts';
import { drawingScenes } from './drawing-scenes.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { cutOff, watched } from './page-look.ts';
import { type SampleOffice, sampleOffice } from './sample-office.ts';
import { type Language, languages, say } from './words.ts';

/** Scenes that begin at a row of the outline. */
const rowScenes = ['drawing-connect', 'drawing-move', 'drawing-rename', 'drawing-several'];
const togetherScenes = ['drawing-others', 'drawing-quarrel'];
const themes = ['light', 'dark'] as const;
const widths = [1440, 390] as const;

const [folder = 'look', ...wishes] = process.argv.slice(2);
const chosen = <Value extends string | number>(all: readonly Value[]) => {
  const named = all.filter((one) => wishes.includes(String(one)));
  return named.length > 0 ? named : all;
};
mkdirSync(folder, { recursive: true });

const server = await startBuiltServer(['--inspect']);
const browser = await openBrowser({ textPx: wishes.includes('doubled') ? 32 : 16 });
try {
  const shown = await look(browser);
  console.log(`${shown} pictures in ${folder}`);
} finally {
  await browser.close();
  await server.stop();
}

async function look(browser: Browser): Promise<number> {
  let shown = 0;
  const { context, broken } = await personsBrowser(browser, server.url);
  const page = watched(await context.newPage());
  shown += await doors(page, ['set-up', 'join']);
  const office = await sampleOffice(page, server.setUpCode);
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
        for (const [name, show] of Object.entries(drawingScenes)) {
          // On a phone the panel is a page of its own: there is no row to press a key on.
          if (!isWished(name, Object.keys(drawingScenes)) || ((width === 390 || wishes.includes('doubled')) && rowScenes.includes(name)))
            continue;
          await show(page, language);
          await keep(page, `${name}.${language}.${theme}.${width}`);
          shown += 1;
        }
      }
    }
  }
  if (togetherScenes.some((name) => isWished(name, togetherScenes))) shown += await together(page, context, office);
  for (const message of broken) console.log(`page failed: ${message}`);
  await context.clearCookies();
  return shown + (await doors(page, ['sign-in', 'notices']));
}

/** Two who draw on one draft: who else is there, and what is asked where both changed two steps. */
async function together(page: Page, context: BrowserContext, office: SampleOffice): Promise<number> {
  let shown = 0;
  const olivia = await colleague(browser, server.url, office.speak, {
    name: 'Olivia Okafor',
    email: 'olivia@brannocs.example',
    rights: ['handler', 'process-owner'],
    roles: ['handler'],
  });
  const step = (who: Page, id: string) => who.goto(`/procedures/starter/outline?at=${id}`);
  const rename = (who: Page, words: string) => who.getByRole('complementary').getByRole('textbox').first().fill(words);
  for (const language of chosen(languages))
    for (const theme of chosen(themes))
      for (const width of chosen(widths)) {
        await office.choose({ language, theme });
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        await step(olivia.page, 'deciding');
        await step(page, 'examining');
        await page.getByRole('list', { name: say(language, 'draft.others') }).waitFor();
        await keep(page, `drawing-others.${language}.${theme}.${width}`);
        await context.setOffline(true);
        await rename(page, `Mine ${language} ${theme} ${width}`);
        if (width > 390) {
          await page.locator('[role="row"][data-key="deciding"]').click();
          await rename(page, `Mine, too, ${language} ${theme}`);
          await step(olivia.page, 'deciding');
          await rename(olivia.page, `Theirs, too, ${language} ${theme}`);
        }
        await step(olivia.page, 'examining');
        await rename(olivia.page, `Theirs ${language} ${theme} ${width}`);
        await olivia.page.getByText(/^Saved/).waitFor();
        await context.setOffline(false);
        await page.getByRole('alertdialog').waitFor();
        await keep(page, `drawing-quarrel.${language}.${theme}.${width}`);
        await page.getByRole('alertdialog').getByRole('button').nth(1).click();
        await page.getByRole('alertdialog').waitFor({ state: 'detached' });
        shown += 2;
      }
  return shown;
}

/** Pages before the door choose their language by the address, and light or dark by the system. */
async function doors(page: Page, names: readonly string[]): Promise<number> {
  let shown = 0;
  for (const name of names.filter((one) => isWished(one, ['set-up', 'join', 'sign-in', 'notices'])))
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
  await keep(page, name);
}

async function keep(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !wishes.includes('screen') });
  for (const what of await cutOff(page)) console.log(`${name}: ${what}`);
}

function isWished(name: string, all: readonly string[]): boolean {
  const named = wishes.filter((wish) => ![...languages, ...themes, ...widths.map(String), 'screen', 'doubled'].includes(wish));
  return named.length === 0 || named.includes(name) || (named.some((wish) => all.includes(wish)) && named.includes(name));
}
