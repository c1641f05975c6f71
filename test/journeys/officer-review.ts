import { expect } from '@jest/globals';
import { clauseOf } from '@redress/definitions';
import { type BankDesk, pl } from './bank-desk.ts';
import { signsApproval } from './bank-publishing.ts';
import { escaped, type Hand } from './hand.ts';
import { shortcut } from './officer-draft.ts';
import { rowOf } from './officer-proof.ts';
import { settled } from './page-look.ts';
import { catalogue, textIn } from './words.ts';

const found = {
  text: 'Drobna sprawa zamyka się bez decyzji i bez odpowiedzi dla klienta.',
  clause: `ISO 10002:2018, 7.8 ${textIn(clauseOf('10002/7.8')?.title, 'pl')}`,
  back: 'Proszę usunąć zamknięcie bez decyzji.',
  again: 'Zamknięcie bez decyzji usunięte.',
} as const;
/** How a sentence with facts begins. */
const beginning = (id: string): string => escaped((catalogue('pl')[id] ?? '').split('{')[0] ?? '');

/** 6. The proof shows the run to the end on which nobody decides. He raises a finding about its way, with weight and clause, and sends the draft back. */
export async function raisesFinding(hand: Hand, way: string, look: () => Promise<void>): Promise<void> {
  const { page } = hand;
  await rowOf(page, '10002/7.9-B').getByRole('button', { expanded: false }).click();
  await page.locator('ol li').filter({ hasText: shortcut.name }).waitFor();
  await look();
  await hand.press({ role: 'link', name: pl('review.draft-now') });
  await page.waitForURL(/bwKarty\/review/);
  await settled(page);
  await page.locator(`button[data-map="${way}"]`).click();
  await hand.write(new RegExp(`^${beginning('review.comment-on')}.*${shortcut.name}`), found.text);
  await hand.take(pl('review.grade'), pl('review.grade-major'));
  await hand.find(pl('review.finding-clause'), found.clause);
  await look();
  await hand.press({ role: 'button', name: pl('review.finding-add') });
  await page.locator('p[data-grade="major"]', { hasText: found.clause }).waitFor();
  await page.getByText(found.text).waitFor();
  await hand.press({ role: 'button', name: pl('review.return') });
  await page.getByRole('dialog').waitFor();
  await hand.write(pl('review.why-back'), found.back);
  await hand.press({ role: 'button', name: pl('review.return') }, '[role="dialog"]');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** 6. It is back with her: she reads the finding with its clause, and why; settling it is not hers. */
export async function readsFinding({ hand, page }: BankDesk): Promise<void> {
  await hand.press({ role: 'link', name: pl('design.review') });
  await page.waitForURL(/bwKarty\/review/);
  await settled(page);
  await page.getByText(found.back).waitFor();
  await page.locator('p[data-grade="major"]', { hasText: found.clause }).waitFor();
  await page.getByText(found.text).waitFor();
  expect(await page.getByRole('button', { name: pl('review.settle'), exact: true }).count()).toBe(0);
  await hand.press({ role: 'link', name: pl('design.map') });
  await page.waitForURL(/bwKarty\/map/);
  await settled(page);
}

/** 7. It goes to review again. */
export async function sendsAgain({ hand, page }: BankDesk): Promise<void> {
  await hand.press({ role: 'link', name: pl('design.review') });
  await page.waitForURL(/bwKarty\/review/);
  await settled(page);
  await hand.press({ role: 'button', name: pl('review.send') });
  await page.getByRole('dialog').waitFor();
  await hand.write(pl('review.why'), found.again);
  await hand.press({ role: 'button', name: pl('review.send') }, '[role="dialog"]');
  await page.getByRole('button', { name: pl('review.take-back'), exact: true }).waitFor();
}

/** 7. The second review begins where the first ended: one thing differs. The whole procedure is there to choose. */
export async function seesWhatDiffers(hand: Hand): Promise<void> {
  const { page } = hand;
  await page.getByText(found.again).waitFor();
  await page.getByRole('radio', { name: pl('review.since-returned'), checked: true }).waitFor();
  await page
    .getByText(/^Zwrot: .*Rafał Sowa/)
    .first()
    .waitFor();
  await hand.press({ role: 'tab', name: pl('compare.view.list') });
  const changes = page.getByRole('tabpanel').locator('li:not(li li)'); // Beneath each stands what it was, as a list of its own.
  await changes.first().waitFor();
  expect(await changes.allTextContents()).toEqual([expect.stringContaining(shortcut.name)]);
  await hand.take(pl('review.since'), pl('review.since-nothing'));
  await page.getByText(pl('compare.view.first-version')).waitFor();
  await hand.take(pl('review.since'), pl('review.since-returned'));
}

/** 6 and 14. Once it is published, the finding stays with the version, by the name of the way that is no more, with who settled it. */
export async function readsKept(hand: Hand, look: () => Promise<void>): Promise<void> {
  const { page } = hand;
  await page.goto('/procedures/bwKarty/versions');
  await page.getByText('1 ustalenie z przeglądu', { exact: true }).click();
  const kept = page.locator('details li');
  await kept.getByText(found.text).waitFor();
  await kept.locator('p[data-grade="major"]', { hasText: found.clause }).waitFor();
  expect(await kept.textContent()).toMatch(new RegExp(`${shortcut.name}.*rozstrzygnięcie: .*Rafał Sowa`, 's'));
  await look();
}

/** 8. He settles what he found, and approves with his password: the record names the content and the packs of rules, those of the laws too. */
export async function approvesCorrected(hand: Hand, { speak, procedure }: BankDesk): Promise<void> {
  const { page } = hand;
  await hand.press({ role: 'button', name: pl('review.settle') });
  await page.getByText(/^1 rozstrzygnięta/).waitFor();
  await page.getByText(pl('review.standards-met')).waitFor();
  await signsApproval(hand);
  const approved = await speak('GET', `/definitions/${procedure}/draft`);
  const { hash, packs } = approved.approval as { readonly hash: string; readonly packs: readonly { readonly id: string }[] };
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(hash).toBe(approved.hash);
  expect(packs.map(({ id }) => id)).toEqual(expect.arrayContaining(['iso-10002', 'law:pl-financial', 'law:eu-psd2']));
  await page.getByText(`${hash.slice(0, 4)}…${hash.slice(-4)}`, { exact: true }).waitFor();
}
