import type { Page } from 'playwright-core';
import { settled } from './page-look.ts';
import { type Language, say, starter, textIn } from './words.ts';

/** What a button, a form and the whole procedure say of themselves. */
export const panelScenes: Readonly<Record<string, (page: Page, language: Language) => Promise<void>>> = {
  'drawing-button': async (page) => await open(page, '?at=deciding/on/decide/0'),
  'drawing-form-shown': async (page, language) => {
    await open(page, '?at=form:decision');
    await page.getByRole('button', { name: say(language, 'forms.show') }).click();
    await page.getByRole('combobox', { name: say(language, 'forms.add-shown') }).fill(textIn(starter.data.findings?.title, language));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[data-line="findings"] summary').click();
  },
  'drawing-procedure': async (page, language) => {
    await open(page, '');
    await page.getByText(say(language, 'panel.more-about')).click();
  },
  'drawing-measures': async (page, language) => {
    await open(page, '');
    await page.getByRole('tab', { name: say(language, 'panel.proof') }).click();
    await page.locator('[data-field="kpis/ack-on-time"] summary').first().click();
  },
};

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`/procedures/starter/outline${query}`);
  await settled(page);
}
