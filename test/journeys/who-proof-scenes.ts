import type { Page } from 'playwright-core';
import { settled } from './page-look.ts';
import { type Language, say } from './words.ts';

/** Who and Proof in the panel of whoever draws. */
export const whoProofScenes: Readonly<Record<string, (page: Page, language: Language) => Promise<void>>> = {
  'who-step': async (page, language) => await opened(page, language, 'who', 'deciding'),
  'who-way': async (page, language) => await opened(page, language, 'who', 'awaitingAnswer/on/accept/0'),
  'who-button': async (page, language) => await opened(page, language, 'who', 'event:withdraw'),
  'who-role': async (page) => await outline(page, 'role:processOwner'),
  'who-subject': async (page) => await outline(page, 'role:subject'),
  'who-procedure': async (page, language) => await opened(page, language, 'who', undefined),
  'who-new-role': async (page, language) => {
    await opened(page, language, 'who', undefined);
    await page.getByRole('button', { name: say(language, 'who.add-role') }).click();
    await page.getByRole('dialog').waitFor();
  },
  'proof-step': async (page, language) => await opened(page, language, 'proof', 'examining'),
  'proof-choose': async (page, language) => {
    await opened(page, language, 'proof', 'examining');
    const purposes = page.getByRole('combobox', { name: say(language, 'proof.purposes-add') });
    await purposes.scrollIntoViewIfNeeded();
    await settled(page); // A list goes when the page scrolls beneath it.
    await purposes.click();
    await page.getByRole('option').first().waitFor();
  },
  'proof-way': async (page, language) => await opened(page, language, 'proof', 'awaitingAnswer/on/accept/0'),
  'proof-end': async (page, language) => await opened(page, language, 'proof', 'resolved'),
  'proof-procedure': async (page, language) => {
    await opened(page, language, 'proof', undefined);
    for (const field of ['publishes/remedies', 'kpis/ack-on-time']) await page.locator(`[data-field="${field}"] > summary`).click();
  },
};

async function outline(page: Page, at?: string): Promise<void> {
  await page.goto(`/procedures/starter/outline${at === undefined ? '' : `?at=${encodeURIComponent(at)}`}`);
  await settled(page);
}

async function opened(page: Page, language: Language, part: 'who' | 'proof', at: string | undefined): Promise<void> {
  await outline(page, at);
  await page.getByRole('tab', { name: say(language, `panel.${part}`) }).click();
}
