import type { Page } from 'playwright-core';
import { settled } from './page-look.ts';
import { type Language, say } from './words.ts';

/** Deadlines, lengths of time and clocks in the panel of whoever draws. */
export const whenScenes: Readonly<Record<string, (page: Page, language: Language) => Promise<void>>> = {
  'when-ladder': async (page, language) => await opened(page, language, 'deciding'),
  'when-rung': async (page, language) => {
    await opened(page, language, 'deciding');
    await page.locator('[data-sort="escalate"] button').first().click();
  },
  'when-rung-shared': async (page, language) => {
    await opened(page, language, 'closing');
    await page.locator('[data-sort="deadline"] button').first().click();
  },
  'when-new-rung': async (page, language) => {
    await opened(page, language, 'deciding');
    await press(page, language, 'when.add-rung');
    await page.getByRole('radio').nth(1).click({ force: true });
  },
  'when-way': async (page) => await outline(page, 'examining/after/update/0'),
  'when-clock-way': async (page) => await outline(page, '/on/clock.answer.warn/0'),
  'when-length': async (page) => await outline(page, 'delay:promise'),
  'when-clock': async (page) => await outline(page, 'clock:answer'),
  'when-times': async (page, language) => await opened(page, language, undefined),
  'when-new-clock': async (page, language) => {
    await opened(page, language, undefined);
    await press(page, language, 'when.add-clock');
  },
};

async function outline(page: Page, at?: string): Promise<void> {
  await page.goto(`/procedures/starter/outline${at === undefined ? '' : `?at=${encodeURIComponent(at)}`}`);
  await settled(page);
}

async function opened(page: Page, language: Language, at: string | undefined): Promise<void> {
  await outline(page, at);
  await page.getByRole('tab', { name: say(language, 'panel.when') }).click();
}

async function press(page: Page, language: Language, button: string): Promise<void> {
  await page.getByRole('button', { name: say(language, button) }).click();
  await page.getByRole('dialog').waitFor();
}
