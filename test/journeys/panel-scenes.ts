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
  'drawing-field-help': async (page) => await open(page, '?at=field:aboutWhom'),
  'drawing-field-begins': async (page, language) => {
    await open(page, '?at=field:severity');
    await page.getByText(say(language, 'forms.field-more')).click();
    await page.getByRole('button', { name: say(language, 'forms.begins-add') }).click();
  },
  'drawing-way-data': async (page, language) => await open(page, '?at=deciding/on/decide/0', tab(language, 'data')),
  'drawing-way-where': async (page, language) => {
    await open(page, '?at=recording/on/recorded/0');
    const first = page.getByRole('button', { name: say(language, 'condition.add'), exact: true });
    if ((await first.count()) > 0) await first.click(); // Whoever looked before has left one.
    await page.getByRole('button', { name: say(language, 'condition.add-step') }).click();
    await page
      .getByRole('combobox', { name: say(language, 'condition.step') })
      .first()
      .waitFor();
  },
  'drawing-procedure-data': async (page, language) => await open(page, '', tab(language, 'data')),
  'drawing-procedure-when': async (page, language) => await open(page, '', tab(language, 'when')),
  'drawing-measures': async (page, language) => {
    await open(page, '');
    await page.getByRole('tab', { name: say(language, 'panel.proof') }).click();
    await page.locator('[data-field="kpis/ack-on-time"] summary').first().click();
  },
};

const tab = (language: Language, part: 'data' | 'when') => say(language, `panel.${part}`);

async function open(page: Page, query: string, part?: string): Promise<void> {
  await page.goto(`/procedures/starter/outline${query}`);
  await settled(page);
  if (part !== undefined) await page.getByRole('tab', { name: part }).click();
}
