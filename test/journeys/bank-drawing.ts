import { expect } from '@jest/globals';
import { type BankDesk, deskOf, eventOf, letterOf, panel, pl, stepOf, type Written, wayOf } from './bank-desk.ts';
import { anna, calendar, entersAs, organisation } from './bank-office.ts';
import { escaped, type Hand } from './hand.ts';
import { settled } from './page-look.ts';

export const names = {
  procedure: 'Reklamacje kartowe',
  code: 'BW-KARTY',
  begun: 'Rozpocznij chargeback',
  step: 'Chargeback',
  done: 'Chargeback zakończony',
  later: 'Chargeback w organizacji kartowej',
  copy: 'BW-KARTY kopia',
} as const;
const steps = [
  ...['Przyjęcie', 'Potwierdzenie', 'Ocena wstępna', 'Wyjaśnianie', 'Decyzja', 'Zatwierdzenie', 'Odpowiedź'],
  ...['Oczekiwanie na klienta', 'Zamknięta', 'Spór zewnętrzny'],
];

/** 1. She signs in: the page speaks Polish and says whose it is. */
export async function signsIn(hand: Hand): Promise<void> {
  const { page } = hand;
  await entersAs(hand, anna);
  await page.getByRole('heading', { level: 1, name: pl('procedures.title') }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('pl');
  await page.getByText(organisation, { exact: true }).waitFor();
}

/** 2. The bank's procedure from the gallery stands on the map with its ten steps. */
export async function begins(hand: Hand): Promise<BankDesk> {
  const { page } = hand;
  await hand.press({ role: 'button', name: pl('procedures.new') });
  await hand.write(pl('gallery.name'), names.code);
  await hand.take(pl('gallery.begin-with'), pl('gallery.for.bank'));
  await hand.press({ role: 'button', name: pl('procedures.begin') });
  await page.waitForURL('**/procedures/bwKarty/map'); // The code as an address and as a key of the store has it.
  await settled(page);
  for (const name of steps)
    await page
      .getByRole('article', { name: new RegExp(`, ${name}\\.`) })
      .first()
      .waitFor();
  return await deskOf(hand, 'bwKarty');
}

/** 3. What it is called; the code stays. */
export async function renames({ hand, page, saved }: BankDesk): Promise<void> {
  await hand.write(pl('outline.title.pl'), names.procedure);
  await page.getByRole('heading', { level: 1, name: names.procedure }).waitFor();
  const written = await saved(({ title }) => title.pl === names.procedure);
  expect(written.id).toBe('bwKarty');
}

/** 4. A step more, from the clarification and back to it. */
export async function addsChargeback({ hand, page, saved }: BankDesk): Promise<void> {
  const adds = async (name: string) => {
    await hand.write(pl('outline.name'), name);
    await hand.press({ role: 'button', name: pl('outline.add') });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await hand.step('Wyjaśnianie');
  await hand.part('what');
  await hand.press({ role: 'button', name: pl('outline.add-way') });
  await adds(names.begun);
  await page.getByRole('heading', { level: 2, name: names.begun }).waitFor();
  await hand.press({ role: 'button', name: pl('outline.next-step') }, panel);
  await adds(names.step);
  await page.getByRole('heading', { level: 2, name: names.step }).waitFor();
  await hand.press({ role: 'button', name: pl('outline.add-way') });
  await adds(names.done);
  await page.getByRole('heading', { level: 2, name: names.done }).waitFor();
  await hand.connect('Wyjaśnianie');
  const written = await saved((draft) => stepOf(draft, names.step).on?.[eventOf(draft, names.done)]?.[0]?.target === '#clarifying');
  expect(stepOf(written, 'Wyjaśnianie').on?.[eventOf(written, names.begun)]?.[0]?.target).toBe('#chargeback');
}

const clocks = { law: 'Odpowiedź (ustawa)', own: 'Nasz czas pracy' } as const;
const limit = '[data-field="limit"]';
const extension = '[data-field="extension/limit"]';
const workingDays = (amount: number) => ({ workingDays: amount, calendar });

/** 5. Who clarifies and with which form; the law's clock: 15 working days of the bank's own calendar, a warning at 80 %. */
export async function setsDeadline({ hand, page, saved }: BankDesk): Promise<void> {
  await hand.step('Chargeback');
  await hand.part('who');
  await hand.pick(pl('outline.who-works'), 'Specjalista ds. reklamacji');
  await hand.find(pl('who.excludes-add'), 'nie „Pracownik, którego dotyczy reklamacja”: osoba wskazana w sprawie');
  await saved((draft) => stepOf(draft, names.step).invoke?.input.excludes !== undefined);
  await hand.step('Wyjaśnianie');
  await hand.part('who');
  await hand.pick(pl('outline.who-works'), 'Specjalista ds. reklamacji');
  await hand.part('data');
  await hand.pick(pl('outline.form'), 'Wyjaśnienie');
  const clarifying = stepOf(await saved(() => true), 'Wyjaśnianie').invoke?.input;
  expect(clarifying).toMatchObject({ role: 'handler', form: 'clarification' });

  await opensClock(hand, clocks.law);
  await hand.write(pl('outline.length'), '15', limit);
  await hand.pick(pl('outline.unit'), pl('outline.unit.workingDays'), limit);
  await hand.pick(pl('delay.calendar'), calendar, limit);
  await hand.press({ role: 'button', name: 'Bez ostrzeżenia przy 50%' });
  await page.getByText('Jeśli zacznie się teraz, termin upływa 22 września 2026, 23:59.').waitFor();
  const written = await saved((draft) => JSON.stringify(draft.clocks.response?.warnAt) === '[80]');
  expect(written.delays.responseLimit).toMatchObject(workingDays(15));
}

async function opensClock(hand: Hand, clock: string): Promise<void> {
  await hand.press({ role: 'button', name: names.procedure }, panel);
  await hand.part('when');
  await hand.press({ role: 'button', name: clock }, panel);
  await hand.page.getByRole('heading', { level: 2, name: new RegExp(clock.replace(/[()]/g, '\\$&')) }).waitFor();
}

const letter = 'Przedłużenie terminu';
/** 6. A way that extends: only if the case is complex, with a reason, to 35 working days, and the complainant is written to. */
export async function addsExtension({ hand, page, saved }: BankDesk): Promise<void> {
  await hand.press({ role: 'button', name: names.procedure }, panel);
  await hand.part('letters');
  await hand.press({ role: 'button', name: pl('letters.new') });
  await hand.write(pl('outline.name'), letter);
  await hand.press({ role: 'button', name: pl('outline.add') });
  await page.getByRole('heading', { level: 2, name: new RegExp(`„${letter}”`) }).waitFor();
  for (const [block, told] of ['delay-reason', 'expected-date'].entries()) {
    await hand.find(pl('letters.ready'), pl(`letters.told.${told}`));
    await page.locator(`[data-block="${block}"]`).waitFor();
  }

  await opensClock(hand, clocks.law);
  await hand.pick(pl('when.extension-letter'), letter);
  await hand.write(pl('outline.length'), '35', extension);
  await hand.pick(pl('outline.unit'), pl('outline.unit.workingDays'), extension);
  await hand.pick(pl('delay.calendar'), calendar, extension);

  await hand.step('Wyjaśnianie');
  await hand.part('what');
  await hand.press({ role: 'button', name: pl('outline.add-way') });
  await hand.write(pl('outline.name'), letter);
  await hand.press({ role: 'button', name: pl('outline.add') });
  await page.getByRole('heading', { level: 2, name: letter }).waitFor();
  await hand.press({ role: 'button', name: pl('condition.add') });
  await hand.find(pl('condition.field'), 'Szczególnie skomplikowana');
  await hand.pick(pl('condition.comparison'), pl('condition.is'));
  await hand.pick(pl('condition.value'), pl('field.yes'));
  await hand.part('data');
  await hand.pick(pl('forms.of-event'), letter);
  await hand.part('letters');
  await hand.press({ role: 'button', name: /^Dodaj czynność/ });
  await hand.press({ role: 'menuitem', name: pl('actions.sort.clock') });
  await hand.pick(pl('actions.field.do'), pl('actions.do.extend'));
  await hand.find(pl('actions.field.clock'), clocks.law);
  const written = await saved((draft) => wayOf(draft, 'Wyjaśnianie', letter)?.actions?.[0]?.params.clock === 'response');
  expect(wayOf(written, 'Wyjaśnianie', letter)).toEqual({
    guard: { type: 'if', params: { field: 'isComplex', is: '=', value: true } },
    actions: [{ type: 'clock', params: { clock: 'response', do: 'extend' } }],
  });
  expect(written.events[eventOf(written, letter)]?.form).toBe('extension');
  expect(written.delays.responseExtended).toMatchObject(workingDays(35));
  expect(written.clocks.response?.extension).toMatchObject({ letter: letterOf(written, letter) });
}

/** 7. While the customer is waited for the law's clock runs on, our own rests. */
export async function restsOwnClock({ hand, page, saved }: BankDesk): Promise<void> {
  const rests = /^wstrzymany podczas|wstrzymany podczas „oczekiwanie na składającego reklamację”/;
  await opensClock(hand, clocks.law);
  await page.getByText(pl('when.clock-law-hint')).waitFor();
  expect(await page.getByRole('group', { name: pl('when.clock-rests'), exact: true }).count()).toBe(0);
  await opensClock(hand, clocks.own);
  const named = pl('when.wait.complainant');
  await hand.press({ role: 'button', name: `Bez „${named}”` });
  await saved((draft) => JSON.stringify(draft.clocks.handling?.pausesIn ?? []) === '[]');
  await page.getByText(pl('when.never')).waitFor();
  await hand.find(pl('when.clock-rests-add'), named);
  await page.getByText(rests).first().waitFor();
  const written = await saved((draft) => JSON.stringify(draft.clocks.handling?.pausesIn) === '["wait:complainant"]');
  expect(written.clocks.response).not.toHaveProperty('pausesIn');
}

/** 8. Whatever is as grave as can be is told to the management at once. */
export async function tellsManagement({ hand, page, saved }: BankDesk): Promise<void> {
  await hand.step('Ocena wstępna');
  await hand.part('what');
  await hand.press({ role: 'button', name: /^1\. Ocena zakończona/ }, panel);
  await hand.pick(pl('condition.comparison'), pl('condition.is'));
  await page.getByText(/Tylko jeśli .*Waga sprawy.* to .*Krytyczna/).waitFor();
  await hand.part('letters');
  await hand.press({ role: 'button', name: /^Wyślij pismo .*Reklamacja krytyczna/ });
  await hand.press({ role: 'button', name: /^Usuń: Wyślij pismo/ });
  await hand.press({ role: 'button', name: /^Dodaj czynność/ });
  await hand.press({ role: 'menuitem', name: pl('actions.sort.letter') });
  await hand.find(pl('actions.field.letter'), 'Reklamacja krytyczna');
  await hand.find(pl('actions.to-others'), 'Zarząd');
  const critical = (draft: Written) => wayOf(draft, 'Ocena wstępna', 'Ocena zakończona');
  const written = await saved((draft) => JSON.stringify(critical(draft)?.actions?.[0]?.params.to) === '["management"]');
  expect(critical(written)).toEqual({
    target: '#clarifying',
    guard: { type: 'if', params: { field: 'severity', is: '=', value: 4 } },
    actions: [{ type: 'letter', params: { letter: 'critical', to: ['management'] } }],
  });
}

/** 9. Without the approval nothing leads to the answer: that is told at once, at the step. 10. Taken back, it is no problem any more. */
export async function losesAnswer({ hand, page, saved }: BankDesk): Promise<void> {
  const told = page.getByRole('option', { name: new RegExp(`^Odpowiedź .*${escaped(pl('finding.unreachable-step'))}`) });
  const looks = async () => {
    await hand.press({ role: 'button', name: /^Problemy \(\d+\)$/ });
    await page.getByRole('dialog').getByRole('option').first().waitFor();
  };
  const leaves = async () => {
    await hand.press({ role: 'button', name: pl('dialog.close') });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await hand.step('Zatwierdzenie');
  await hand.part('what');
  await hand.press({ role: 'button', name: 'Zatwierdź' }, panel);
  await page.getByRole('heading', { level: 2, name: 'Zatwierdź' }).waitFor();
  const before = await page.getByRole('button', { name: /^Problemy/ }).textContent();
  await hand.remove();
  const problem = page.getByRole('article', { name: /, Odpowiedź\./ }).and(page.locator('[data-problem]'));
  await problem.waitFor();
  await looks();
  await told.waitFor();
  await leaves();
  await saved((draft) => !('approve' in (stepOf(draft, 'Zatwierdzenie').on ?? {})));
  await hand.undo();
  await problem.waitFor({ state: 'detached' });
  await looks();
  expect(await told.count()).toBe(0);
  await leaves();
  await saved((draft) => 'approve' in (stepOf(draft, 'Zatwierdzenie').on ?? {}));
  expect(await page.getByRole('button', { name: /^Problemy/ }).textContent()).toBe(before);
}
