import { expect } from '@jest/globals';
import { type BankDesk, panel, pl, stepOf, type Written, wayOf } from './bank-desk.ts';
import { settled } from './page-look.ts';

/** What Anna draws that Rafał looks at. */
export const shortcut = { step: 'Ocena wstępna', name: 'Zamknij od razu', to: 'Zamknięcie' } as const;

/** The procedure for cards as she has drawn it so far: its name, and a clock that leaves room for what the law on payments allows. */
export async function prepares({ page, speak, procedure }: BankDesk): Promise<void> {
  const draft = await speak('GET', `/definitions/${procedure}/draft`);
  const written = draft.document as unknown as Written & Record<string, unknown>;
  const document = {
    ...written,
    title: { ...written.title, pl: 'Reklamacje kartowe' },
    delays: {
      ...written.delays,
      ...Object.fromEntries(terms.map(([id, workingDays]) => [id, inWorkingDays(written.delays[id], workingDays)])),
    },
  };
  const { layout, scenarios, revision } = draft;
  await speak('PUT', `/definitions/${procedure}/draft`, { document, layout, scenarios }, Number(revision));
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Reklamacje kartowe' }).waitFor();
  await settled(page);
}
/** The law on payments asks for an answer in 15 working days, at the latest in 35: the steps before the decision take less than that. */
const terms = [
  ['assessBy', 1],
  ['clarifyBy', 2],
  ['responseLimit', 15],
  ['responseExtended', 35],
] as const;
const inWorkingDays = ({ days: _, ...term }: Written['delays'][string] = {}, workingDays: number) => ({ ...term, workingDays });

/** The panel of the check, with what is open. */
async function opensCheck({ hand, page }: BankDesk): Promise<void> {
  const button = { role: 'button', name: new RegExp(`^${pl('check.title')} \\S`) };
  await page.getByRole('button', { name: button.name }).waitFor();
  await hand.press(button);
}

/** 3.1, 9. The approval leads past the answer: the check names the clause, its story is played on the map, and undone it is gone. */
export async function breaksAnswer(desk: BankDesk, look: () => Promise<void>): Promise<void> {
  const { hand, page, saved } = desk;
  const rule = page.locator('[data-rule="10002/7.8-A"]');
  const player = page.getByRole('region', { name: pl('check.path.label') });
  const steps = page.locator('ol:has(> li[aria-current="step"]) > li');
  await hand.step('Zatwierdzenie');
  await hand.part('what');
  await hand.press({ role: 'button', name: 'Zatwierdź' }, panel);
  await page.getByRole('heading', { level: 2, name: 'Zatwierdź' }).waitFor();
  await hand.connect(shortcut.to);
  await saved((draft) => wayOf(draft, 'Zatwierdzenie', 'Zatwierdź')?.target === '#closing');

  await opensCheck(desk);
  await rule.and(page.locator('[data-verdict="fails"]')).waitFor();
  expect(await page.getByRole('heading', { level: 4, name: /^§ 7\.8 / }).count()).toBe(1);
  expect(await rule.textContent()).toContain('Składający może nigdy nie poznać decyzji');
  await look();
  await hand.press({ role: 'button', name: pl('check.show') }, '[data-rule="10002/7.8-A"]');
  await player.waitFor();
  const count = await steps.count();
  expect(count).toBeGreaterThan(2);
  for (let step = 1; step < count; step += 1) {
    await hand.press({ role: 'button', name: pl('check.path.next') });
    await steps.nth(step).and(page.locator('[aria-current="step"]')).waitFor();
  }
  await page.locator('article[data-now][data-mark="breaks"]').waitFor();
  await player.getByText(pl('check.path.breaks')).waitFor();
  await look();

  await hand.undo();
  await player.waitFor({ state: 'detached' });
  await rule.and(page.locator('[data-verdict="holds"]')).waitFor();
  await saved((draft) => wayOf(draft, 'Zatwierdzenie', 'Zatwierdź')?.target === '#responding');
}

/** 3.1, 11. Without the way to the outside body the customer cannot say no: the check says so, and undone it is gone. */
export async function closesExit(desk: BankDesk): Promise<void> {
  const { hand, page, saved } = desk;
  const rule = page.locator('[data-rule="10002/7.9-C"]');
  await hand.step('Oczekiwanie na klienta');
  await hand.part('what');
  await hand.press({ role: 'button', name: 'Nie akceptuję' }, panel);
  await page.getByRole('heading', { level: 2, name: 'Nie akceptuję' }).waitFor();
  await hand.remove();
  await saved((draft) => wayOf(draft, 'Oczekiwanie na klienta', 'Nie akceptuję') === undefined);
  await hand.press({ role: 'button', name: pl('check.back') });
  await rule.and(page.locator('[data-verdict="fails"]')).waitFor();
  await hand.undo();
  await rule.and(page.locator('[data-verdict="holds"]')).waitFor();
  await saved((draft) => wayOf(draft, 'Oczekiwanie na klienta', 'Nie akceptuję')?.target === '#externalDispute');
}

/** What is minor is to be closed at once: a way to the end on which nobody decides. Where it stands, for whoever reviews it. */
export async function drawsShortcut({ hand, page, saved }: BankDesk): Promise<string> {
  await hand.step(shortcut.step);
  await hand.part('what');
  await hand.press({ role: 'button', name: pl('outline.add-way') });
  await hand.write(pl('outline.name'), shortcut.name);
  await hand.press({ role: 'button', name: pl('outline.add') });
  await page.getByRole('heading', { level: 2, name: shortcut.name }).waitFor();
  await hand.connect(shortcut.to);
  await hand.press({ role: 'button', name: pl('condition.add') });
  await hand.find(pl('condition.field'), 'Waga sprawy');
  await hand.pick(pl('condition.comparison'), pl('condition.is'));
  await hand.pick(pl('condition.value'), 'Drobna');
  const minor = JSON.stringify({ field: 'severity', is: '=', value: 1 });
  const written = await saved((draft) => JSON.stringify(wayOf(draft, shortcut.step, shortcut.name)?.guard?.params) === minor);
  expect(wayOf(written, shortcut.step, shortcut.name)?.target).toBe('#closing');
  return new URL(page.url()).searchParams.get('at') ?? '';
}

/** 3.4, 7. She takes the way out again. */
export async function takesOut({ hand, page, saved }: BankDesk): Promise<void> {
  await hand.step(shortcut.step);
  await hand.part('what');
  await hand.press({ role: 'button', name: new RegExp(shortcut.name) }, panel);
  await page.getByRole('heading', { level: 2, name: shortcut.name }).waitFor();
  await hand.remove();
  await saved((draft) => !Object.values(stepOf(draft, shortcut.step).on ?? {}).some(([way]) => way?.target === '#closing'));
}
