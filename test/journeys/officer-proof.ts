import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { pl } from './bank-desk.ts';
import type { Hand } from './hand.ts';
import { settled } from './page-look.ts';

export const rowOf = (page: Page, rule: string): Locator => page.locator(`tr[data-rule="${rule}"]`);
const verdictOf = (page: Page, rule: string, verdict: string): Locator =>
  rowOf(page, rule).and(page.locator(`[data-verdict="${verdict}"]`));
/** Confidentiality (4.10) is shown by the drawing and by the records of who read what; what a person has to sign is the policy (5.3). */
const signed = {
  rule: '10002/5.3-C',
  file: 'Polityka reklamacji v3.pdf',
  said: 'Polityka z lipca leży na stronie banku, zespół przeczytał ją w sierpniu.',
} as const;

/** 2. From the review to the proof: clause by clause the verdict and what proves it. */
export async function opensProof(hand: Hand): Promise<void> {
  const { page } = hand;
  await hand.press({ role: 'link', name: pl('review.proof') });
  await page.waitForURL(/bwKarty\/proof/);
  await rowOf(page, '10002/7.4-A').waitFor();
  await settled(page);
  for (const standard of ['ISO 10002:2018', 'ISO 10003:2018'])
    await page.getByRole('radio', { name: new RegExp(`^${standard}`) }).waitFor();
  const clauses = await page.getByRole('rowheader').allTextContents();
  for (const number of ['4.10', '5.3', '6.4', '7.4', '7.8', '8.7']) expect(clauses).toContainEqual(expect.stringMatching(`^${number} `));
  await verdictOf(page, '10002/7.4-A', 'holds').waitFor();
  await verdictOf(page, signed.rule, 'needs-person').waitFor();
}

/** 3. What proves that receipt is confirmed is a step: pressed, it is what is chosen on the map. */
export async function seesOnMap(hand: Hand): Promise<void> {
  const { page } = hand;
  await hand.press({ role: 'link', name: /Potwierdzenie/ }, 'tr[data-rule="10002/7.4-A"]');
  await page.waitForURL(/bwKarty\/map.*at=acknowledging/);
  await settled(page);
  await page
    .locator('article[data-chosen="true"]')
    .and(page.getByRole('article', { name: /, Potwierdzenie\./ }))
    .waitFor();
}

const laws = {
  'Reklamacje na polskim rynku finansowym': { 'answer-30': '30 dni', 'answer-60': '60 dni' },
  'Reklamacje usług płatniczych w UE': { 'reply-15': '15 dni roboczych', 'final-35': '35 dni roboczych' },
} as const;

/** 4. The laws that the bank chose stand there with their limits, and the clock of the procedure keeps them. */
export async function readsLaws({ page }: Hand): Promise<void> {
  for (const [law, limits] of Object.entries(laws)) {
    await page
      .locator('label')
      .filter({ has: page.getByRole('radio', { name: new RegExp(law) }) })
      .click();
    for (const [limit, words] of Object.entries(limits)) {
      const row = page.locator(`tr[data-rule^="law:"][data-rule$="/${limit}"][data-verdict="holds"]`);
      await row.waitFor();
      expect(await row.textContent()).toContain(words);
    }
    await page.getByText(pl('law.unverified')).waitFor();
  }
}

/** 5. What no drawing shows he signs: a file, what he found, until when it counts. */
export async function signs(hand: Hand, look: () => Promise<void>): Promise<void> {
  const { page } = hand;
  await page
    .locator('label')
    .filter({ has: page.getByRole('radio', { name: /^ISO 10002/ }) })
    .click();
  const row = rowOf(page, signed.rule);
  await row.getByRole('button').click();
  await page.getByRole('dialog').waitFor();
  const choosing = page.waitForEvent('filechooser');
  await hand.press({ role: 'button', name: pl('matrix.files-add') });
  await (await choosing).setFiles({ name: signed.file, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 polityka') });
  await page.locator('li[aria-busy="false"]', { hasText: signed.file }).waitFor();
  await hand.write(new RegExp(`^${pl('matrix.attest-statement')}`), signed.said);
  await look();
  await hand.press({ role: 'button', name: pl('matrix.attest') }, '[role="dialog"]');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await row.getByText(signed.said).waitFor();
  await row.getByRole('link', { name: signed.file }).waitFor();
  expect(await row.textContent()).toMatch(/Rafał Sowa.*1 września 2027/s);
}
