import type { Locator, Page } from 'playwright-core';
import { card, chosenFromList, escaped, type Hand, labelled, optionOf, type Part } from './hand.ts';
import type { Wanted } from './keyboard.ts';
import { settled } from './page-look.ts';
import { catalogue, type Language, say } from './words.ts';

/** By the mouse: everything is pointed at and clicked; only words are typed. */
export function mouseHand(page: Page, language: Language): Hand {
  const where = (within: string | undefined): Page | Locator => (within === undefined ? page : page.locator(within));
  const press = async ({ role, name }: Wanted, within?: string) => {
    const found = where(within).getByRole(role as 'button', typeof name === 'string' ? { name, exact: true } : { name });
    await found.click();
  };
  const whole = () => press({ role: 'button', name: say(language, 'chart.whole') });
  const option = async (name: string) => {
    await optionOf(page, name).click();
  };
  const middle = async (found: Locator, aside: number) => {
    const box = await found.boundingBox();
    if (!box) throw new Error('what is pointed at is not seen');
    return { x: box.x + box.width * aside, y: box.y + box.height / 2 };
  };
  return {
    page,
    press,
    write: async (label, words, within) => {
      await where(within)
        .getByRole('textbox', typeof label === 'string' ? { name: label, exact: true } : { name: label })
        .click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(words);
    },
    pick: async (label, name, within) => {
      await where(within)
        .getByRole('button', { name: labelled(label) })
        .click();
      await option(name);
      await page.getByRole('listbox').waitFor({ state: 'detached' });
    },
    find: async (label, name, within) => {
      const box = where(within).getByRole('combobox', { name: label, exact: true });
      if (!(await box.evaluate((element) => element === document.activeElement))) await box.click();
      await chosenFromList(page, name, (option) => option.click({ timeout: 2_000 }));
    },
    take: async (group, name) => {
      const choices = page.getByRole('radiogroup', { name: group });
      await choices
        .locator('label')
        .filter({ has: page.getByRole('radio', { name }) })
        .click();
    },
    tick: async (label) => {
      await page
        .locator('label')
        .filter({ has: page.getByRole('checkbox', { name: label }) })
        .click();
    },
    unfold: (words) => page.locator('summary').filter({ hasText: words }).click(),
    step: async (name) => {
      await whole();
      await settled(page);
      await page
        .getByRole('article', { name: card(name) })
        .locator('b')
        .click();
    },
    part: async (part: Part) => {
      await page.getByRole('tab', { name: new RegExp(`^${say(language, `panel.${part}`)}( |$)`) }).click();
    },
    connect: async (to) => {
      await whole();
      await settled(page);
      const way = new URL(page.url()).searchParams.get('at');
      const from = await middle(page.locator(`[data-map="${way}"]`), 1);
      const aim = await middle(page.getByRole('article', { name: card(to) }).locator('b'), 0.5);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + aim.x) / 2, (from.y + aim.y) / 2, { steps: 6 });
      await page.mouse.move(aim.x, aim.y, { steps: 8 });
      await page.mouse.up();
    },
    remove: () => press({ role: 'button', name: say(language, 'outline.remove') }, 'aside'),
    undo: () => press({ role: 'button', name: new RegExp(`^${escaped((catalogue(language)['edit.undo'] ?? '').split('{')[0] ?? '')}`) }),
  };
}
