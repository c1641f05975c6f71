import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { type BankDesk, pl } from './bank-desk.ts';
import { settled } from './page-look.ts';

interface Complaint {
  readonly ref: string;
  readonly description: string;
  readonly complainant: { readonly email: string };
}
/** The first complaint of the demonstration: a payment that the card's owner did not make. */
const complaint = readFileSync(new URL('../data/demo-complaints.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Complaint)
  .find(({ ref }) => ref === 'BW-2026-000001');

const acts = `[aria-label="${pl('trial.acts')}"]`;
const weeks = 7; // 35 working days: no holiday falls into them.

/** What the list of letters says, one letter a line. */
async function lettersTold({ hand, page }: BankDesk): Promise<readonly string[]> {
  await hand.press({ role: 'button', name: /^Wysz\p{L}+ \d+ pis/u });
  const lines = page.getByRole('dialog').locator('summary');
  await lines.first().waitFor();
  return await lines.allTextContents();
}
async function closes({ hand, page }: BankDesk): Promise<void> {
  await hand.press({ role: 'button', name: pl('dialog.close') }, 'footer');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** 12. The complaint is played: received, acknowledged and assessed on its day, and the customer is told when the answer comes at the latest. */
export async function triesOut(desk: BankDesk): Promise<void> {
  const { hand, page } = desk;
  const story = page.getByRole('region', { name: pl('trial.story') });
  const isAt = (step: string) => page.locator(`[data-map="${step}"][data-mark="here"]`).waitFor();
  await hand.press({ role: 'link', name: pl('design.try') });
  await page.waitForURL(/bwKarty\/try/);
  await settled(page);
  await hand.write('Co się stało', complaint?.description ?? '');
  await hand.write('Dane kontaktowe', complaint?.complainant.email ?? '');
  await hand.press({ role: 'button', name: pl('trial.begin') });
  await isAt('receiving');
  await page.getByText('wtorek 1 września 2026, 09:12').waitFor();
  await hand.press({ role: 'button', name: pl('trial.fill') });
  await hand.press({ role: 'button', name: 'Przyjęto' }, acts);
  await isAt('assessing');
  expect(await page.locator('[data-map="acknowledging"]').getAttribute('data-mark')).toBe('walked');
  await story.getByText('Dalej: Ocena wstępna').waitFor();
  expect(await lettersTold(desk)).toEqual([expect.stringMatching(/^Potwierdzenie.*1 września 2026, 09:12, przy „Potwierdzenie”/)]);
  await hand.unfold('Potwierdzenie');
  await page.getByRole('dialog').getByText('Odpowiedź otrzymają Państwo do 22 września 2026.').waitFor();
  await closes(desk);
  await hand.take('Waga sprawy', 'Krytyczna');
  await hand.press({ role: 'button', name: pl('trial.fill') });
  await hand.press({ role: 'button', name: 'Ocena zakończona' }, acts);
  await isAt('clarifying');
  expect(await lettersTold(desk)).toContainEqual(expect.stringMatching(/^Reklamacja krytyczna.*do: Zarząd, 1 września 2026/));
  await closes(desk);
}

/** 13. Nobody does anything for 35 working days: the law's clock runs out, and the management hears of it. */
export async function letsTimePass(desk: BankDesk): Promise<void> {
  const { hand, page } = desk;
  for (let week = 0; week < weeks; week += 1) {
    await hand.press({ role: 'button', name: pl('trial.week') });
    await page.getByText('1 tydzień później').nth(week).waitFor();
  }
  await page.getByText('wtorek 20 października 2026, 09:12').waitFor();
  await page.getByText('Upłynął termin: Odpowiedź (ustawa)').waitFor();
  expect(await page.locator('[data-map="approving"]').getAttribute('data-mark')).toBe('walked');
  expect(await lettersTold(desk)).toContainEqual(
    expect.stringMatching(/^Po terminie.*do: Zarząd, 23 września 2026, 00:00, przy „Zatwierdzenie”/),
  );
  await closes(desk);
  // What tried the procedure out before it was drawn anew still goes well, and reaches what publishing asks for.
  await page.locator('[data-went="well"]').waitFor();
  await page.getByRole('button', { name: /^(\d+) z \1 / }).waitFor();
}
