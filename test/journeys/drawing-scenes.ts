import type { Page } from 'playwright-core';
import { checkScenes } from './check-scenes.ts';
import { compareScenes } from './compare-scenes.ts';
import { letterScenes } from './letter-scenes.ts';
import { settled } from './page-look.ts';
import { panelScenes } from './panel-scenes.ts';
import { tableScenes } from './table-scenes.ts';
import { whenScenes } from './when-scenes.ts';
import { whoProofScenes } from './who-proof-scenes.ts';
import { complaint, type Language, say, textIn } from './words.ts';

/** What opens over the pages of whoever draws, by name: each begins at an address and ends with something to look at. */
export const drawingScenes: Readonly<Record<string, (page: Page, language: Language) => Promise<void>>> = {
  ...checkScenes,
  ...compareScenes,
  ...letterScenes,
  ...panelScenes,
  ...whenScenes,
  ...tableScenes,
  ...whoProofScenes,
  'drawing-problems': async (page) => {
    await outline(page);
    await page.getByRole('button', { name: /\([1-9۱-۹]\)/ }).click();
    await page.getByRole('option').first().waitFor();
  },
  'drawing-history': async (page, language) => {
    await outline(page, 'examining');
    await page.getByRole('button', { name: say(language, 'history.title') }).click();
    await page.getByText(say(language, 'history.begin')).waitFor();
  },
  'drawing-step': async (page, language) => await asked(page, language, { at: 'examining', button: 'outline.next-step' }),
  'drawing-insert': async (page, language) => await asked(page, language, { at: 'examining/on/examined/0', button: 'outline.insert-here' }),
  'drawing-way': async (page, language) => await asked(page, language, { at: 'examining', button: 'outline.add-way' }),
  'drawing-who': async (page, language) => await part(page, language, 'examining', 'panel.who'),
  'drawing-when': async (page, language) => await part(page, language, 'examining', 'panel.when'),
  'drawing-procedure-data': async (page, language) => await part(page, language, undefined, 'panel.data'),
  'try-story': async (page, language) => {
    await page.goto('/procedures/complaint/try');
    await settled(page);
    const anew = page.getByRole('button', { name: say(language, 'trial.begin-anew') }); // What was told before is still there.
    if ((await anew.count()) > 0) await anew.click();
    const acts = page.getByRole('region', { name: say(language, 'trial.acts') });
    for (const name of [say(language, 'trial.begin'), textIn(complaint.events.register?.label, language)]) {
      await acts
        .getByRole('button', { name: say(language, 'trial.fill') })
        .first()
        .click();
      await acts.getByRole('button', { name, exact: true }).first().click();
      await settled(page);
    }
    await page.getByRole('button', { name: say(language, 'trial.working-day') }).click();
    await settled(page);
  },
  'try-gate': async (page) => {
    await page.goto('/procedures/complaint/try');
    await settled(page);
    await page.getByRole('button', { name: /^[0-9۰-۹]+ (of|از|z) [0-9۰-۹]+ / }).click();
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  },
  'drawing-connect': async (page) => {
    await outline(page, 'examining/on/examined/0');
    await press(page, 'c');
    await page.getByRole('dialog').waitFor();
  },
  'drawing-move': async (page) => {
    await outline(page, 'examining');
    await press(page, 'm');
    await page.getByRole('dialog').waitFor();
  },
  'drawing-rename': async (page) => {
    await outline(page, 'examining');
    await press(page, 'F2');
    await page.locator('[data-rename]').waitFor();
  },
  'drawing-several': async (page) => {
    await outline(page, 'examining');
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown');
    await page.getByRole('row', { selected: true }).nth(2).waitFor();
  },
  'drawing-condition': async (page, language) => {
    await outline(page, 'externalOffer/on/accept/0');
    await page.getByRole('button', { name: new RegExp(`^${say(language, 'condition.whole')}: `) }).click();
    for (const add of ['condition.add', 'condition.add-line']) {
      await page.getByRole('button', { name: say(language, add), exact: true }).click();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: say(language, 'condition.add-formula') }).click();
  },
  'drawing-actions': async (page, language) => await actions(page, language, '/procedures/starter/outline?at=examining'),
  'drawing-way-actions': async (page, language) =>
    await actions(page, language, '/procedures/complaint/outline?at=reviewing/invoke/onDone/0'),
  'drawing-letter-step': async (page, language) => await actions(page, language, '/procedures/complaint/outline?at=acknowledging'),
  'drawing-sub': async (page, language) => await actions(page, language, '/procedures/complaint/outline?at=reviewing'),
  'drawing-form': async (page) => await outline(page, 'form:recording'),
  'drawing-field': async (page) => await outline(page, 'field:channel'),
  'drawing-preview': async (page, language) => {
    await outline(page, 'form:recording');
    await page.getByRole('button', { name: say(language, 'forms.preview') }).click();
    await page.getByRole('dialog').getByRole('radio').first().waitFor();
  },
  'drawing-part': async (page) => await outline(page, 'role:handler'),
  'drawing-new': async (page, language) => {
    await page.goto('/procedures');
    await settled(page);
    await page.getByRole('button', { name: say(language, 'procedures.new') }).click();
    await page.getByRole('dialog').waitFor();
  },
  'drawing-copy': async (page, language) => {
    await page.goto('/procedures');
    await settled(page);
    const copy = say(language, 'procedures.copy');
    await page
      .getByRole('listitem')
      .getByRole('button', { name: new RegExp(`^${copy}.*[“«„]`) })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
  },
};

async function outline(page: Page, at?: string): Promise<void> {
  await page.goto(`/procedures/starter/outline${at === undefined ? '' : `?at=${encodeURIComponent(at)}`}`);
  await settled(page);
}

/** Letters and what else is done by itself, the first of it opened. */
async function actions(page: Page, language: Language, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
  await page.getByRole('tab', { name: say(language, 'panel.letters') }).click();
  const first = page.locator('aside ol > li > button[aria-expanded="false"]').first();
  if ((await first.count()) > 0) await first.click();
}

interface Asked {
  readonly at: string;
  readonly part?: string;
  readonly button: string;
}

/** A part of the panel of what is chosen. */
async function part(page: Page, language: Language, at: string | undefined, name: string): Promise<void> {
  await outline(page, at);
  await page.getByRole('tab', { name: say(language, name) }).click();
}

async function asked(page: Page, language: Language, { at, part: of, button }: Asked): Promise<void> {
  if (of === undefined) await outline(page, at);
  else await part(page, language, at, of);
  await page
    .getByRole('complementary')
    .getByRole('button', { name: say(language, button) })
    .click();
  await page.getByRole('dialog').waitFor();
}

/** Keys on the chosen row of the outline. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  await page.locator('[role="row"][aria-selected="true"]').focus();
  for (const key of keys) await page.keyboard.press(key);
}
