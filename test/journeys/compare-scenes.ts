import type { Page } from 'playwright-core';
import { settled } from './page-look.ts';
import { type Language, say } from './words.ts';

/** Two versions beside each other, and what differs as a list; one on the other is how the review opens. */
export const compareScenes: Readonly<Record<string, (page: Page, language: Language) => Promise<void>>> = {
  'compare-beside': async (page, language) => await compared(page, language, 'beside'),
  'compare-list': async (page, language) => await compared(page, language, 'list'),
};

async function compared(page: Page, language: Language, mode: 'beside' | 'list'): Promise<void> {
  await page.goto('/procedures/escalation/review');
  await settled(page);
  await page.getByRole('tab', { name: say(language, `compare.view.${mode}`) }).click();
  await page.getByRole('button', { name: say(language, 'compare.view.next') }).click();
  await settled(page);
}
