import type { Page } from 'playwright-core';
import { settled } from './page-look.ts';
import { type Language, say } from './words.ts';

/** A decision table: in short, with room for it, and a cell in hand. */
export const tableScenes: Readonly<Record<string, (page: Page, language: Language) => Promise<void>>> = {
  'table-part': async (page) => {
    await page.goto('/procedures/complaint/outline?at=decision:pace');
    await settled(page);
  },
  table: async (page) => await table(page),
  'table-cell': async (page, language) => {
    await table(page);
    const cell = page.locator('td[data-list="when"]').first();
    await cell.focus();
    await cell.press('F2');
    await page.getByRole('group').getByRole('button').first().waitFor();
    await page.getByRole('region', { name: say(language, 'tables.try') }).waitFor();
  },
};

async function table(page: Page): Promise<void> {
  await page.goto('/procedures/complaint/table?at=decision:pace');
  await settled(page);
  await page.getByRole('grid').waitFor();
}
