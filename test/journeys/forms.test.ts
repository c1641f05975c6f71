import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import type { Speaker } from './office-speaker.ts';
import { axeFindings, settled } from './page-look.ts';
import { toPart } from './panel-tab.ts';
import { draftNow, untilThere } from './until-there.ts';
import { catalogue, type Language, languages, say, starter } from './words.ts';

jest.setTimeout(120_000);

const texts = {
  en: { field: 'Way home', answers: 'By post\nBy van', answer: 'By van', id: 'wayHome' },
  fa: { field: 'راه بازگشت', answers: 'با پست\nبا وانت', answer: 'با وانت', id: 'field' },
  pl: { field: 'Droga powrotna', answers: 'Pocztą\nFurgonetką', answer: 'Furgonetką', id: 'drogaPowrotna' },
} as const;

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
  await speak('PUT', '/definitions/starter/draft', { document: (await speak('GET', '/definitions/starter/versions/1')).document }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Drawn {
  readonly data: Readonly<Record<string, unknown>>;
  readonly forms: { readonly examination: { readonly sections: readonly { readonly fields: readonly object[] }[] } };
}

test.each(languages)(
  'a form gets a new field with answers, requires it, shows it and lets it go again, in %s',
  async (language: Language) => {
    const words = texts[language];
    await speak('PATCH', '/me', { language });
    await page.goto('/procedures/starter/outline?at=examining');
    await settled(page);
    const keyboard = await KeyboardReader.at(page);
    const button = (id: string) => keyboard.enter({ role: 'button', name: say(language, id) });
    const drawn = () => draftNow<Drawn>(speak);
    const saved = (isThere: (document: Drawn) => boolean) => untilThere(page, drawn, isThere);
    const linesOf = ({ forms }: Drawn) => forms.examination.sections.flatMap(({ fields }) => fields);
    const isRequired = (document: Drawn) =>
      linesOf(document).some((line) => JSON.stringify(line) === `{"field":"${words.id}","required":true}`);
    const before = await drawn();

    await toPart(keyboard, language, 'data');
    await button('forms.edit');
    await page.waitForURL(/at=form/);
    await button('forms.new-field');
    await page.locator('[role="dialog"] input').first().waitFor();
    await keyboard.type(words.field);
    await keyboard.press('Tab', 'Enter');
    await page.getByRole('option', { name: say(language, 'forms.sort.choice'), exact: true }).waitFor();
    for (let down = 0; down < 6; down += 1) await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.go({ role: 'textbox', name: say(language, 'forms.answers') });
    await keyboard.type(words.answers);
    await button('outline.add');
    await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
    await saved(({ data }) => words.id in data);

    // The new one stands last; it goes up one by the keys and stays in hand.
    await keyboard.go({ role: 'button', name: words.field }, 'Shift+Tab');
    await keyboard.press('Alt+Shift+ArrowUp');
    await saved((document) => JSON.stringify(linesOf(document).at(-2)) === `{"field":"${words.id}"}`);
    await keyboard.until({ role: 'button', name: words.field });
    await keyboard.go({ role: 'checkbox', name: (catalogue(language)['forms.required-of'] ?? '').replace('{name}', words.field) });
    await keyboard.press('Space');
    await saved(isRequired);
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);

    // In the preview it stands as staff will see it.
    await keyboard.go({ role: 'button', name: say(language, 'forms.preview') }, 'Shift+Tab');
    await keyboard.press('Enter');
    const preview = page.getByRole('dialog');
    await preview.getByRole('radio', { name: words.answer }).waitFor();
    expect(await preview.getByRole('tab').count()).toBe(3);
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });

    // Taken back one by one: as it was.
    for (let undone = 0; undone < 3; undone += 1) await keyboard.press('ControlOrMeta+z');
    const after = await saved(({ data }) => !(words.id in data));
    expect(after.forms).toEqual(before.forms);
    expect(after.data).toEqual(before.data);
  },
);

test.each(languages)('where something is decided by a field, another type is asked about first, in %s', async (language: Language) => {
  await speak('PATCH', '/me', { language });
  const keyboard = await KeyboardReader.at(page);
  /** As people get there: from the step to its form, and to the field in it. */
  const toField = async () => {
    await page.goto('/procedures/starter/outline?at=deciding');
    await settled(page);
    await toPart(keyboard, language, 'data');
    await keyboard.enter({ role: 'button', name: say(language, 'forms.edit') });
    await page.waitForURL(/at=form/);
    await keyboard.enter({ role: 'button', name: starter.data.decision?.title[language] ?? '' });
    await page.waitForURL(/at=field/);
  };
  const schemaNow = async () =>
    (await draftNow<{ readonly data: { readonly decision: { readonly schema: object } } }>(speak)).data.decision.schema;
  const before = await schemaNow();
  const toNumber = async () => {
    await keyboard.enter({ role: 'button', name: new RegExp(`${say(language, 'forms.sort')}$`) });
    await page.getByRole('option', { name: say(language, 'forms.sort.number'), exact: true }).waitFor();
    for (let up = 0; up < 10 && (await keyboard.focus()).name !== say(language, 'forms.sort.number'); up += 1)
      await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: say(language, 'forms.change-sort') }).waitFor();
  };
  await toField();
  await toNumber();
  // What would be touched is named; the type is as it was.
  const named = page.getByRole('dialog').getByRole('listitem');
  expect(await named.count()).toBeGreaterThan(0);
  expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await schemaNow()).toEqual(before);

  await toField();
  await toNumber();
  await keyboard.enter({ role: 'button', name: say(language, 'forms.change-anyway') });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const changed = (isSame: boolean) =>
    untilThere(page, schemaNow, (schema) => (JSON.stringify(schema) === JSON.stringify(before)) === isSame);
  await changed(false);
  await keyboard.press('ControlOrMeta+z');
  await changed(true);
});
