import type { Page } from 'playwright-core';
import { settled } from './page-look.ts';
import { type Language, say } from './words.ts';

/** Repairs of what the check finds, opened beside what is drawn. */
export const checkScenes: Readonly<Record<string, (page: Page, language: Language) => Promise<void>>> = {
  'check-fix': async (page, language) => {
    await page.goto(`/procedures/bank/map?check=all`);
    await settled(page);
    // Not every point has a repair; that the record lacks a field has one.
    const point = page.locator('[data-rule="10002/7.2-A"]');
    await point.getByRole('button', { name: say(language, 'fixes.show') }).click();
    await page.getByRole('button', { name: say(language, 'fixes.close') }).waitFor();
  },
};
