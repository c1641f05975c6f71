import type { Locator, Page } from 'playwright-core';
import type { Wanted } from './keyboard.ts';

export type Part = 'what' | 'who' | 'when' | 'data' | 'letters' | 'proof';

/** How somebody works: the same acts by the mouse or by the keyboard alone. `within` says where, if the same name stands elsewhere too. */
export interface Hand {
  readonly page: Page;
  /** A button, a link, an entry of a menu. */
  press(wanted: Wanted, within?: string): Promise<void>;
  write(label: string | RegExp, words: string, within?: string): Promise<void>;
  /** One of a list that opens. */
  pick(label: string, option: string, within?: string): Promise<void>;
  /** One of very many, found by its name. */
  find(label: string, option: string, within?: string): Promise<void>;
  /** One of a few that are all in sight. */
  take(group: string, option: string): Promise<void>;
  tick(label: string): Promise<void>;
  /** What is folded, by the words that stand on it. */
  unfold(words: string): Promise<void>;
  /** A step on the map. */
  step(name: string): Promise<void>;
  part(part: Part): Promise<void>;
  /** The way that was just drawn leads to a step. */
  connect(to: string): Promise<void>;
  /** What is chosen on the map goes. */
  remove(): Promise<void>;
  undo(): Promise<void>;
}

export const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A list that opens is heard with what is chosen in it, before its label. */
export const labelled = (label: string): RegExp => new RegExp(`(^| )${escaped(label)}$`);
/** The card of a step: its kind, its name, and what else is heard of it. */
export const card = (name: string): RegExp => new RegExp(`, ${escaped(name)}\\.`);
/** A list that opened by itself closes when the page beneath it moves: whoever typed into it types again. */
export async function chosenFromList(page: Page, name: string, choose: (option: Locator) => Promise<void>): Promise<void> {
  const option = optionOf(page, name);
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(name);
    try {
      await option.waitFor({ timeout: listMs });
      return await choose(option);
    } catch (problem) {
      if (attempt === attemptsMost) throw problem;
    }
  }
}
const listMs = 2_000;
const attemptsMost = 4;
/** Beneath the name of an option there may be more to read. */
export const optionOf = (page: Page, name: string): Locator =>
  page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) });
