import type { Page } from 'playwright-core';
import { chosenFromList, escaped, type Hand, labelled, optionOf } from './hand.ts';
import { isIt, KeyboardReader, type Wanted } from './keyboard.ts';
import { toPart } from './panel-tab.ts';
import { type Language, say } from './words.ts';

const optionsMost = 60;

/** By the keyboard alone: Tab by Tab to what is named, as a screen reader tells it. */
export async function keyboardHand(page: Page, language: Language): Promise<Hand> {
  const keyboard = await KeyboardReader.at(page);
  const isWithin = (within: string | undefined) =>
    page.evaluate((place) => place === undefined || document.activeElement?.closest(place) !== null, within);
  const go = async (wanted: Wanted, within?: string) => {
    for (let turn = 0; turn < 6; turn += 1) {
      await keyboard.go(wanted);
      if (await isWithin(within)) return;
    }
    throw new Error(`${wanted.role} “${wanted.name}” is not reached within ${within}`);
  };
  /** In a menu one goes by arrows. */
  const entry = async (wanted: Wanted) => {
    await keyboard.until({ role: 'menuitem', name: /./ });
    for (let down = 0; down < optionsMost && !isIt(await keyboard.focus(), wanted); down += 1) await keyboard.press('ArrowDown');
    await keyboard.until(wanted);
    await keyboard.press('Enter');
  };
  const toTab = async (wanted: Wanted) => {
    await keyboard.go({ role: 'tab', name: /./ });
    await keyboard.press('Home');
    for (let on = 0; on < optionsMost && !isIt(await keyboard.focus(), wanted); on += 1) await keyboard.press('ArrowRight');
    await keyboard.until(wanted);
  };
  const press = async (wanted: Wanted, within?: string) => {
    if (wanted.role === 'menuitem') return await entry(wanted);
    if (wanted.role === 'tab') return await toTab(wanted);
    await go(wanted, within);
    await keyboard.press('Enter');
  };
  const dialog = page.getByRole('dialog');
  return {
    page,
    press,
    write: async (label, words, within) => {
      await go({ role: 'textbox', name: label }, within);
      await keyboard.type(words);
    },
    pick: async (label, name, within) => {
      await press({ role: 'button', name: labelled(label) }, within);
      const option = optionOf(page, name);
      await option.waitFor();
      await keyboard.press('Home');
      for (let down = 0; down < optionsMost && (await option.getAttribute('data-focused')) === null; down += 1)
        await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await page.getByRole('listbox').waitFor({ state: 'detached' });
    },
    find: async (label, name, within) => {
      await go({ role: 'combobox', name: label }, within);
      await chosenFromList(page, name, async (option) => {
        for (let down = 0; down < optionsMost && (await option.getAttribute('data-focused', { timeout: 2_000 })) === null; down += 1)
          await keyboard.press('ArrowDown');
        await keyboard.press('Enter');
      });
    },
    take: async (group, name) => {
      await keyboard.go({ role: 'radio', name: /./ });
      for (let turn = 0; turn < 20 && !(await keyboard.focus()).groups.includes(group); turn += 1)
        await keyboard.go({ role: 'radio', name: /./ });
      for (let down = 0; down < optionsMost && !(await keyboard.focus()).name.includes(name); down += 1) await keyboard.press('ArrowDown');
      await keyboard.until({ role: 'radio', name: new RegExp(escaped(name)) });
      await keyboard.press('Space');
    },
    tick: async (label) => {
      await keyboard.go({ role: 'checkbox', name: label });
      await keyboard.press('Space');
    },
    unfold: async (words) => {
      const folded = page.locator('summary:focus').filter({ hasText: words });
      for (let tab = 0; tab < 200 && (await folded.count()) === 0; tab += 1) await keyboard.press('Tab');
      if ((await folded.count()) !== 1) throw new Error(`“${words}” is not reached by the keyboard`);
      await keyboard.press('Enter');
    },
    step: async (name) => {
      while (['textbox', 'combobox'].includes((await keyboard.focus()).role)) await keyboard.press('Tab');
      await keyboard.press('ControlOrMeta+k');
      await dialog.getByRole('searchbox').waitFor();
      await keyboard.type(name);
      await dialog.getByRole('option', { name, exact: true }).waitFor();
      await keyboard.press('ArrowDown', 'Enter');
      await dialog.waitFor({ state: 'detached' });
      await keyboard.until({ role: 'article', name: new RegExp(`, ${escaped(name)}\\.`) });
    },
    part: (part) => toPart(keyboard, language, part),
    connect: async (to) => {
      await keyboard.until({ role: 'button', name: /./ }); // The row on the map: it took the focus when it was drawn.
      await keyboard.press('c');
      await dialog.waitFor();
      await keyboard.type(to);
      await page.getByRole('option', { name: to, exact: true }).waitFor();
      await keyboard.press('ArrowDown', 'Enter');
      await press({ role: 'button', name: say(language, 'outline.connect') });
      await dialog.waitFor({ state: 'detached' });
    },
    remove: () => keyboard.press('Delete'),
    undo: () => keyboard.press('ControlOrMeta+z'),
  };
}
