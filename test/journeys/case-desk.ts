import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Answer, fillByKeyboard } from './fill-by-keyboard.ts';
import { KeyboardReader, type Wanted } from './keyboard.ts';
import { type Language, type Procedure, say, textIn } from './words.ts';

/** Somebody at the page of a case, with the keyboard alone, in the words of one procedure. */
export class CaseDesk {
  readonly page: Page;
  readonly #keyboard: KeyboardReader;
  readonly #language: Language;
  readonly #procedure: Procedure;

  private constructor(page: Page, keyboard: KeyboardReader, language: Language, procedure: Procedure) {
    this.page = page;
    this.#keyboard = keyboard;
    this.#language = language;
    this.#procedure = procedure;
  }

  static async at(page: Page, language: Language, procedure: Procedure): Promise<CaseDesk> {
    return new CaseDesk(page, await KeyboardReader.at(page), language, procedure);
  }

  say = (id: string) => say(this.#language, id);
  field = (id: string) => textIn(this.#procedure.data[id]?.title, this.#language);
  option = (id: string, value: unknown) =>
    textIn(this.#procedure.data[id]?.options?.find((option) => option.value === value)?.title, this.#language);
  outcome = (event: string): Wanted => ({ role: 'button', name: textIn(this.#procedure.events[event]?.label, this.#language) });
  #button = (id: string): Wanted => ({ role: 'button', name: this.say(id) });

  async follows(link: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name: link }).first().waitFor();
    await this.#keyboard.enter({ role: 'link', name: link });
  }

  async takes(event: string): Promise<void> {
    await this.page.getByRole('button', { name: this.say('task.take') }).waitFor();
    await this.#keyboard.enter(this.#button('task.take'));
    await this.page.getByRole('button', { name: this.outcome(event).name, exact: true }).waitFor();
    await this.#keyboard.isSomewhere();
  }

  async completes(event: string, answers: Readonly<Record<string, Answer>>): Promise<void> {
    await fillByKeyboard(this.#keyboard, answers, this.outcome(event));
  }

  async confirms(event: string): Promise<void> {
    const question = this.page.getByRole('alertdialog', { name: this.outcome(event).name, exact: true });
    await question.waitFor();
    await this.#keyboard.enter(this.outcome(event));
    await question.waitFor({ state: 'detached' });
  }

  async sendsLetter(): Promise<void> {
    await this.page
      .getByRole('button', { name: this.say('letter.i-sent-it') })
      .first()
      .waitFor();
    await this.#keyboard.enter(this.#button('letter.i-sent-it'));
    await this.#keyboard.enter(this.#button('letter.sent-yes'));
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** What the complainant said: recorded for him; the first time he is written down too. */
  async records(event: string, person: string, answers: Readonly<Record<string, Answer>> = {}): Promise<void> {
    const name = this.outcome(event).name;
    await this.page.getByRole('button', { name, exact: true }).waitFor();
    await this.#keyboard.enter(this.outcome(event));
    const dialog = this.page.getByRole('dialog', { name, exact: true });
    await dialog.waitFor();
    for (const [label, answer] of Object.entries(answers)) {
      await dialog.getByLabel(label).waitFor();
      await this.#keyboard.go({ role: 'textbox', name: label });
      if ('write' in answer) await this.#keyboard.type(answer.write);
    }
    await dialog
      .getByText(person)
      .or(dialog.getByRole('button', { name: this.say('person.new') }))
      .first()
      .waitFor();
    if ((await dialog.getByText(person).count()) === 0) {
      await this.#keyboard.enter(this.#button('person.new'));
      expect((await this.#keyboard.focus()).name).toBe(this.say('person.name'));
      await this.#keyboard.type(person);
      await this.#keyboard.enter(this.#button('person.add'));
      await dialog.getByRole('textbox', { name: this.say('person.name'), exact: true }).waitFor({ state: 'detached' });
    }
    await this.#keyboard.enter(this.outcome(event));
    await dialog.waitFor({ state: 'detached' });
  }

  /** Related cases of the page: what each is called, and where it is. */
  async family(): Promise<string> {
    const family = this.page.locator('section', { has: this.page.getByRole('heading', { name: this.say('case.family') }) }).last();
    await family.waitFor();
    return String(await family.textContent());
  }
}
