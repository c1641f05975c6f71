import type { Page } from 'playwright-core';
import { settled } from './page-look.ts';
import { type Language, say } from './words.ts';

/** A letter while it is written, and as it arrives. */
export const letterScenes: Readonly<Record<string, (page: Page, language: Language) => Promise<void>>> = {
  'drawing-letter': async (page) => {
    await letter(page, 'decision');
    await page.locator('[data-block="2"] summary').click();
    await page.locator('[data-block="2"] [contenteditable]').first().waitFor();
  },
  'drawing-letter-fields': async (page) => {
    await letter(page, 'acknowledgement');
    await page.locator('[data-field="subject"] button').first().click();
    await page.getByRole('option').first().waitFor();
  },
  'drawing-letter-preview': async (page, language) => {
    await letter(page, 'decision');
    await page.getByRole('button', { name: say(language, 'letters.preview') }).click();
    await page.getByRole('dialog').getByRole('article').waitFor();
  },
  'drawing-letter-decided': async (page, language) => {
    await letter(page, 'decision');
    await page.getByRole('button', { name: say(language, 'letters.preview') }).click();
    await page.getByRole('button', { name: new RegExp(say(language, 'letters.preview-data')) }).click();
    await page.getByRole('option', { name: say(language, 'letters.preview.sparse') }).click();
    await page.getByRole('dialog').getByRole('status').waitFor();
  },
};

async function letter(page: Page, id: string): Promise<void> {
  await page.goto(`/procedures/starter/outline?at=letter:${id}`);
  await settled(page);
  await page.locator('[data-field="subject"] [contenteditable]').first().waitFor();
}
