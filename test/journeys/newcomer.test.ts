import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { type Answer, fillByKeyboard } from './fill-by-keyboard.ts';
import { KeyboardReader } from './keyboard.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { type Language, languages, say, starter, textIn } from './words.ts';

jest.setTimeout(90_000);

const places = {
  en: { locale: 'en-GB', timezoneId: 'Europe/London' },
  fa: { locale: 'fa-IR', timezoneId: 'Asia/Tehran' },
  pl: { locale: 'pl-PL', timezoneId: 'Europe/Warsaw' },
} as const;
const matters = {
  en: 'The parcel came four days late and nobody could say why.',
  fa: 'بسته چهار روز دیر رسید و کسی نمی‌دانست چرا.',
  pl: 'Paczka przyszła cztery dni po terminie i nikt nie wiedział dlaczego.',
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each(languages)('a newcomer goes from the printed code to a resolved case by the keyboard alone, in %s', async (language) => {
  const server = await startBuiltServer();
  try {
    const { context, foreign, broken } = await personsBrowser(browser, server.url, places[language]);
    const page = await context.newPage();
    const newcomer = await Newcomer.before(page, server, language);
    await newcomer.setsUp();
    const number = await newcomer.registersComplaint();
    expect(number).toMatch(/^\d{4}-000001$/);
    await newcomer.takesFromQueue();
    await newcomer.records();
    await newcomer.opensCase();
    await newcomer.sendsLetters();
    await newcomer.finishesCase();
    await page.getByText(say(language, 'case.outcome.resolved'), { exact: true }).first().waitFor();
    expect(await page.getByText(number, { exact: true }).count()).toBeGreaterThan(0);
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'fa' ? 'rtl' : 'ltr');
    expect({ foreign, broken }).toEqual({ foreign: [], broken: [] });
    await context.close();
  } finally {
    await server.stop();
  }
});

/** Somebody new, at the keyboard. */
class Newcomer {
  readonly #page: Page;
  readonly #keyboard: KeyboardReader;
  readonly #language: Language;
  readonly #code: string;

  private constructor(page: Page, keyboard: KeyboardReader, language: Language, code: string) {
    this.#page = page;
    this.#keyboard = keyboard;
    this.#language = language;
    this.#code = code;
  }

  static async before(page: Page, server: BuiltServer, language: Language): Promise<Newcomer> {
    await page.goto('/');
    return new Newcomer(page, await KeyboardReader.at(page), language, server.setUpCode);
  }

  #say = (id: string) => say(this.#language, id);
  #field = (id: string) => textIn(starter.data[id]?.title, this.#language);
  #option = (id: string, value: unknown) =>
    textIn(starter.data[id]?.options?.find((option) => option.value === value)?.title, this.#language);
  #outcome = (event: string) => ({ role: 'button', name: textIn(starter.events[event]?.label, this.#language) });
  #button = (id: string) => ({ role: 'button', name: this.#say(id) });

  async setsUp(): Promise<void> {
    await this.#page.waitForURL('**/set-up**');
    await this.#page.getByRole('heading', { level: 1, name: this.#say('set-up.title') }).waitFor();
    expect((await this.#keyboard.focus()).name).toBe(this.#say('set-up.code'));
    await this.#keyboard.type(this.#code);
    await fillByKeyboard(
      this.#keyboard,
      {
        [this.#say('organisation.name')]: { write: 'Sommer' },
        [this.#say('organisation.contact')]: { write: '1 Harbour Road' },
        [this.#say('organisation.external-body')]: { write: 'Ombudsman, 2 High Street' },
        [this.#say('organisation.external-limit')]: { write: '12' },
        [this.#say('person.name')]: { write: 'Ada Nowak' },
        [this.#say('person.email')]: { write: 'ada@example.org' },
        [this.#say('person.password')]: { write: 'a tide of quiet lanterns' },
      },
      this.#button('set-up.create'),
    );
    await this.#page.waitForURL('**/welcome');
    await this.#keyboard.enter(this.#button('welcome.yes'));
    await this.#page.waitForURL('**/tasks');
  }

  /** Answers with the number that the page shows. */
  async registersComplaint(): Promise<string> {
    await this.#keyboard.enter({ role: 'link', name: this.#say('navigation.new-complaint') });
    await this.#page.getByRole('heading', { level: 1, name: this.#say('new.title') }).waitFor();
    // Where nothing was ever started, the procedure that needs the fewest people is offered first.
    await this.#page.getByRole('button', { name: textIn(starter.title, this.#language) }).waitFor();
    await this.#page.getByLabel(this.#field('contact')).waitFor();
    await fillByKeyboard(
      this.#keyboard,
      {
        [this.#say('new.channel')]: { pick: this.#option('channel', 'phone') },
        [this.#field('description')]: { write: matters[this.#language] },
        [this.#field('contact')]: { write: 'jan@example.org' },
        [this.#field('complainantName')]: { write: 'Jan Kowalski' },
      },
      this.#button('new.register'),
    );
    await this.#page.getByRole('heading', { level: 1, name: this.#say('new.started') }).waitFor();
    return String(await this.#page.getByText(/^\d{4}-\d{6}$/).textContent());
  }

  async takesFromQueue(): Promise<void> {
    await this.#keyboard.enter({ role: 'link', name: new RegExp(`^${this.#say('navigation.tasks')}`) });
    await this.#page.getByRole('heading', { level: 1, name: this.#say('work.title') }).waitFor();
    await this.#keyboard.enter(this.#button('work.look-at-queue'));
    await this.#page.getByText('Jan Kowalski').or(this.#page.locator('[data-task]')).first().waitFor();
    await this.#keyboard.enter({ role: 'button', name: /000001/ });
    await this.#page.getByRole('button', { name: this.#say('task.take') }).waitFor();
    await this.#keyboard.enter(this.#button('task.take'));
    await this.#page.getByRole('button', { name: this.#outcome('recorded').name }).waitFor();
    await this.#keyboard.isSomewhere();
  }

  async records(): Promise<void> {
    await fillByKeyboard(
      this.#keyboard,
      {
        [this.#field('productOrService')]: { write: 'DHL 7' },
        [this.#field('remedyRequested')]: { write: '20 €' },
        [this.#field('severity')]: { pick: this.#option('severity', 2) },
        [this.#field('safetyImplication')]: { pick: this.#say('field.no') },
        [this.#field('complexity')]: { pick: this.#option('complexity', 1) },
        [this.#field('impact')]: { pick: this.#option('impact', 1) },
        [this.#field('needForImmediateAction')]: { pick: this.#say('field.no') },
      },
      this.#outcome('recorded'),
    );
  }

  async opensCase(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#say('task.next') }).waitFor();
    await this.#keyboard.isSomewhere();
    await this.#keyboard.enter({ role: 'link', name: this.#say('work.open-case') });
    await this.#page.waitForURL('**/cases/*');
  }

  /** Letters were written, not sent; she says of each that she sent it. */
  async sendsLetters(): Promise<void> {
    const waiting = this.#page.getByRole('button', { name: this.#say('letter.i-sent-it') });
    await waiting.first().waitFor();
    await this.#page.getByText(this.#say('letter.state.written')).first().waitFor();
    const before = await waiting.count();
    await this.#keyboard.enter(this.#button('letter.i-sent-it'));
    await this.#keyboard.enter(this.#button('letter.sent-yes'));
    await this.#page.getByRole('dialog').waitFor({ state: 'detached' });
    await this.#page.waitForFunction(
      ([name, count]) => [...document.querySelectorAll('button')].filter((button) => button.textContent === name).length < Number(count),
      [this.#say('letter.i-sent-it'), String(before)],
    );
  }

  async finishesCase(): Promise<void> {
    const evidence: Answer = { line: 'tracking 42', add: this.#say('field.add-reference') };
    await this.#takes('examined');
    await fillByKeyboard(
      this.#keyboard,
      { [this.#field('facts')]: { write: '4' }, [this.#field('evidenceList')]: evidence, [this.#field('findings')]: { write: '4' } },
      this.#outcome('examined'),
    );
    await this.#takes('decide');
    await fillByKeyboard(
      this.#keyboard,
      {
        [this.#field('decision')]: { pick: this.#option('decision', 'upheld') },
        [this.#field('reasons')]: { write: '4' },
        [this.#field('remedy')]: { write: '20 €' },
        [this.#field('remedyDueDate')]: { today: true },
      },
      this.#outcome('decide'),
    );
    await this.#confirms('decide');
    await this.#recordsForComplainant('accept');
    await this.#takes('remedyDone');
    await fillByKeyboard(this.#keyboard, { [this.#field('remedyEvidence')]: evidence }, this.#outcome('remedyDone'));
    await this.#recordsForComplainant('answered', {
      [this.#field('score')]: { pick: new Intl.NumberFormat(places[this.#language].locale).format(5) },
    });
    await this.#takes('close');
    await fillByKeyboard(
      this.#keyboard,
      {
        [this.#field('rootCause')]: { write: 'X' },
        [this.#field('category')]: { write: 'X' },
        [this.#field('systemic')]: { pick: this.#say('field.no') },
        [this.#field('correctiveAction')]: { write: 'X' },
      },
      this.#outcome('close'),
    );
  }

  async #takes(event: string): Promise<void> {
    await this.#keyboard.enter(this.#button('task.take'));
    await this.#page.getByRole('button', { name: this.#outcome(event).name, exact: true }).waitFor();
    await this.#keyboard.isSomewhere();
  }

  async #confirms(event: string): Promise<void> {
    const question = this.#page.getByRole('alertdialog', { name: this.#outcome(event).name, exact: true });
    await question.waitFor();
    await this.#keyboard.enter(this.#outcome(event));
    await question.waitFor({ state: 'detached' });
  }

  /** What the complainant said on the telephone: recorded for him, by the person that is picked or added. */
  async #recordsForComplainant(event: string, answers: Readonly<Record<string, Answer>> = {}): Promise<void> {
    await this.#page.getByRole('button', { name: this.#outcome(event).name, exact: true }).waitFor();
    if (Object.keys(answers).length > 0) await fillByKeyboard(this.#keyboard, answers, this.#outcome(event));
    else await this.#keyboard.enter(this.#outcome(event));
    const dialog = this.#page.getByRole('dialog', { name: this.#outcome(event).name, exact: true });
    await dialog.waitFor();
    if ((await dialog.getByRole('button', { name: this.#say('person.new') }).count()) > 0) {
      await this.#keyboard.enter(this.#button('person.new'));
      expect((await this.#keyboard.focus()).name).toBe(this.#say('person.name'));
      await this.#keyboard.type('Jan Kowalski');
      await this.#keyboard.enter(this.#button('person.add'));
      await dialog.getByRole('textbox', { name: this.#say('person.name'), exact: true }).waitFor({ state: 'detached' });
    }
    await this.#keyboard.enter(this.#outcome(event));
    await dialog.waitFor({ state: 'detached' });
  }
}
