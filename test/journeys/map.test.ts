import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { colleague } from './colleague.ts';
import { KeyboardReader } from './keyboard.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { axeFindings, settled, watched } from './page-look.ts';
import { type SampleOffice, sampleOffice } from './sample-office.ts';
import { type Language, languages, say } from './words.ts';

jest.setTimeout(120_000);

const wide = { width: 1440, height: 900 };
const names = {
  en: { step: 'Thank the complainant', way: 'Thanked', note: 'Ask legal first' },
  fa: { step: 'سپاس از شاکی', way: 'سپاس گفته شد', note: 'اول از حقوقی بپرسید' },
  pl: { step: 'Podziękuj składającemu', way: 'Podziękowano', note: 'Najpierw zapytaj prawników' },
} as const;

let browser: Browser;
let server: BuiltServer;
let page: Page;
let office: SampleOffice;
let foreign: readonly string[];
let broken: readonly string[];
beforeAll(async () => {
  browser = await openBrowser();
  server = await startBuiltServer();
  const emily = await personsBrowser(browser, server.url);
  ({ foreign, broken } = emily);
  page = watched(await emily.context.newPage());
  await page.setViewportSize(wide);
  office = await sampleOffice(page, server.setUpCode);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Step {
  readonly meta?: { readonly title: Readonly<Record<string, string>> };
  readonly on?: Readonly<Record<string, readonly { readonly target?: string }[]>>;
  readonly states?: Readonly<Record<string, Step>>;
}
interface Drawn {
  readonly document: { readonly machine: { readonly states: Readonly<Record<string, Step>> } };
  readonly layout: {
    readonly steps?: Readonly<Record<string, { readonly x?: number; readonly y?: number; readonly collapsed?: boolean }>>;
    readonly notes?: Readonly<Record<string, { readonly text: string }>>;
  };
}

/** Until the server has it: the page saves by itself. */
async function saved(isThere: (drawn: Drawn) => boolean, procedure = 'complaint'): Promise<Drawn> {
  let drawn: unknown;
  for (let look = 0; look < 300; look += 1) {
    drawn = await office.speak('GET', `/definitions/${procedure}/draft`);
    if (isThere(drawn as Drawn)) return drawn as Drawn;
    await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)));
  }
  throw new Error(`not saved: ${JSON.stringify(drawn).slice(0, 2_000)}`);
}
const states = ({ document }: Drawn) => document.machine.states;
const inside = (drawn: Drawn, stage: string) => states(drawn)[stage]?.states ?? {};
const called = (steps: Readonly<Record<string, Step>>, name: string) =>
  Object.entries(steps).find(([, { meta }]) => Object.values(meta?.title ?? {}).includes(name))?.[0];
const at = (key: string) => page.locator(`[data-map="${key}"]`);
const focused = () =>
  page.evaluate(() => (document.activeElement instanceof HTMLElement ? (document.activeElement.dataset.map ?? '') : ''));
const focusIs = async (key: string) => {
  await page.waitForFunction(
    (wanted) => document.activeElement instanceof HTMLElement && document.activeElement.dataset.map === wanted,
    key,
  );
};
const isPressed = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test.each(languages)('a procedure is drawn on the map by the keyboard alone, in %s', async (language: Language) => {
  await office.choose({ language });
  const words = names[language];
  const keyboard = await KeyboardReader.at(page);
  const named = async (name: string) => {
    await page.locator('[role="dialog"] input').first().waitFor();
    await keyboard.type(name);
    await keyboard.press('Enter');
    await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  };
  await page.goto('/procedures/complaint/map');
  await settled(page);
  const forward = language === 'fa' ? 'ArrowLeft' : 'ArrowRight';

  // One stop of the tab key; the arrows walk along the procedure, Alt goes into a stage and out again.
  await keyboard.go({ role: 'article', name: new RegExp(`^${say(language, 'outline.kind.stage')}`) });
  await focusIs('reception');
  await isPressed('Alt+ArrowDown');
  await focusIs('intake');
  expect((await keyboard.focus()).name).toContain(say(language, 'chart.kind.task'));
  await isPressed(forward);
  await focusIs('acknowledging');

  // A step after it, by its letter; it takes the focus.
  await isPressed('a');
  await named(words.step);
  const thank =
    called(inside(await saved((drawn) => called(inside(drawn, 'reception'), words.step) !== undefined), 'reception'), words.step) ?? '';
  await focusIs(thank);

  // A way out of it from its menu, led to another step by C.
  await isPressed('Shift+F10');
  await page.getByRole('menuitem', { name: say(language, 'outline.add-way') }).waitFor();
  for (let item = 0; item < 12 && (await keyboard.focus()).name !== say(language, 'outline.add-way'); item += 1)
    await isPressed('ArrowDown');
  await isPressed('Enter');
  await named(words.way);
  await page.waitForFunction(
    (step) => document.activeElement instanceof HTMLElement && document.activeElement.dataset.map?.startsWith(`${step}/on/`),
    thank,
  );
  const way = await focused();
  expect((await keyboard.focus()).name).toContain(say(language, 'map.open-end'));
  await isPressed('c');
  await page.locator('[role="dialog"] input').first().waitFor();
  const deciding = (await at('deciding').locator('b').textContent()) ?? '';
  await keyboard.type(deciding);
  await isPressed('ArrowDown', 'Enter');
  await keyboard.enter({ role: 'button', name: say(language, 'outline.connect') });
  await saved((drawn) => Object.values(inside(drawn, 'reception')[thank]?.on ?? {})[0]?.[0]?.target === '#deciding');
  await focusIs(way);
  await isPressed(forward);
  await focusIs('deciding');

  // F finds it again; M and the arrows place it; undo says what it undoes.
  await isPressed('f');
  await page.locator('[role="dialog"] input').first().waitFor();
  await keyboard.type(words.step);
  await page.locator('[role="option"]', { hasText: words.step }).waitFor();
  await isPressed('ArrowDown', 'Enter');
  await focusIs(thank);
  const before = await at(thank).boundingBox();
  await isPressed('m', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  const placed = await saved(({ layout }) => layout.steps?.[thank]?.y !== undefined);
  expect(placed.layout.steps?.intake?.y).toBeDefined(); // What stands beside it stays where it is seen.
  expect((await at(thank).boundingBox())?.y).toBeCloseTo((before?.y ?? 0) + 24, 0);

  // Taken away, brought back, taken away again; the focus is never lost.
  await isPressed('Delete');
  await saved((drawn) => inside(drawn, 'reception')[thank] === undefined);
  await page.waitForFunction(() => document.activeElement instanceof HTMLElement && document.activeElement.dataset.map !== undefined);
  await isPressed('Control+z');
  await saved((drawn) => inside(drawn, 'reception')[thank] !== undefined);
  await isPressed('Control+Shift+z');
  await saved((drawn) => inside(drawn, 'reception')[thank] === undefined);
  expect(await axeFindings(page)).toEqual([]);
  expect({ foreign, broken }).toEqual({ foreign: [], broken: [] });
});

/** As a hand does it: down, along, up. */
async function drag(from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}
const boxOf = async (key: string) => {
  const box = await at(key).boundingBox();
  if (!box) throw new Error(`${key} is not seen`);
  return box;
};
const head = async (key: string) => {
  const { x, y } = await boxOf(key);
  return { x: x + 60, y: y + 14 };
};

test('with the mouse cards are placed, put into another stage, connected, and a line let go over nothing asks for a step', async () => {
  await office.choose({ language: 'en' });
  await page.goto('/procedures/complaint/map');
  await settled(page);
  const start = await head('acknowledging');
  await drag(start, { x: start.x + 48, y: start.y + 64 });
  const placed = await saved(({ layout }) => layout.steps?.acknowledging?.x !== undefined && layout.steps.acknowledging.x > 40);
  expect(placed.layout.steps?.intake).toBeDefined();

  const late = await boxOf('delayNotice');
  await drag(await head('interimAction'), { x: late.x + 60, y: late.y + late.height + 40 });
  await saved((drawn) => inside(drawn, 'inquiry').interimAction !== undefined);
  await page.keyboard.press('Control+z');
  await saved((drawn) => inside(drawn, 'assessment').interimAction !== undefined);

  const port = async (row: string) => {
    const { x, y, width, height } = await boxOf(row);
    return { x: x + width, y: y + height / 2 };
  };
  await drag(await port('intake/on/outOfScope/0'), await head('assessing'));
  await saved((drawn) => inside(drawn, 'reception').intake?.on?.outOfScope?.[0]?.target === '#assessing');

  // By tapping: a port, then where it leads.
  const tapped = await port('intake/on/outOfScope/0');
  await page.mouse.click(tapped.x, tapped.y);
  const aim = await head('acknowledging');
  await page.mouse.click(aim.x, aim.y);
  await saved((drawn) => inside(drawn, 'reception').intake?.on?.outOfScope?.[0]?.target === '#acknowledging');

  const nothing = await boxOf('intake');
  await drag(await port('intake/on/outOfScope/0'), { x: nothing.x + 20, y: 780 });
  await page.getByRole('dialog', { name: say('en', 'outline.new-step') }).waitFor();
  await page.keyboard.insertText('Pass it on');
  await page.keyboard.press('Enter');
  const drawn = await saved((each) => called(inside(each, 'reception'), 'Pass it on') !== undefined);
  const id = called(inside(drawn, 'reception'), 'Pass it on');
  expect(inside(drawn, 'reception').intake?.on?.outOfScope?.[0]?.target).toBe(`#${id}`);

  // What is chosen goes with the reader from view to view, and so does what he may undo.
  await page.getByRole('link', { name: say('en', 'design.outline') }).click();
  await page.getByRole('heading', { level: 2, name: 'Pass it on' }).waitFor();
  await page.keyboard.press('Control+z');
  await saved((each) => called(inside(each, 'reception'), 'Pass it on') === undefined);
  expect(broken).toEqual([]);
});

test('several cards are chosen by a frame and moved together as one edit', async () => {
  await page.goto('/procedures/complaint/map');
  await settled(page);
  const first = await boxOf('assessing');
  const last = await boxOf('awaitingInfo');
  await page.keyboard.down('Shift');
  await drag({ x: first.x - 8, y: first.y - 12 }, { x: last.x + last.width + 8, y: last.y + last.height + 8 });
  await page.keyboard.up('Shift');
  await page.locator('[data-map="awaitingInfo"][data-among]').waitFor();
  const held = await head('interimAction');
  await drag(held, { x: held.x, y: held.y + 40 });
  const moved = await saved(({ layout }) => layout.steps?.assessing?.y !== undefined);
  const spots = moved.layout.steps ?? {};
  expect([spots.assessing?.y, spots.interimAction?.y, spots.awaitingInfo?.y].every((y) => y !== undefined)).toBe(true);
  await page.keyboard.press('Control+z');
  await saved(({ layout }) => layout.steps?.assessing?.y === undefined);

  // Copied and pasted as text, with all that it needs; one edit.
  await at('closing').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  const titles = (each: Drawn) => Object.values(inside(each, 'ending')).map(({ meta }) => meta?.title.en);
  await saved((each) => titles(each).filter((title) => title === 'Close').length === 2);
  await page.keyboard.press('Control+z');
  await saved((each) => titles(each).filter((title) => title === 'Close').length === 1);
});

test('a stage folds and unfolds, everything is tidied, and a note is written', async () => {
  await page.goto('/procedures/complaint/map');
  await settled(page);
  await page.getByRole('button', { name: /^Fold .Assessment./ }).click();
  await at('assessing').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Unfold .Assessment./ }).click();
  await at('assessing').waitFor();
  await page.getByRole('button', { name: say('en', 'map.tidy-all') }).click();
  await saved(({ layout }) => Object.values(layout.steps ?? {}).every(({ x }) => x === undefined));
  await page.getByRole('button', { name: say('en', 'map.add-note') }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(names.en.note);
  await page.getByRole('button', { name: say('en', 'map.note-keep') }).click();
  await saved(({ layout }) => Object.values(layout.notes ?? {}).some(({ text }) => text === names.en.note));
});

test('who may read a draft but not draw looks at it, and whatever he tries changes nothing', async () => {
  const { revision } = await office.speak('GET', '/definitions/complaint/draft');
  const invited = { name: 'Lena Fox', email: 'lena@brannocs.example', rights: ['compliance'], roles: [], procedures: [] };
  const lena = await colleague(browser, server.url, office.speak, invited);
  const looks = watched(lena.page);
  await looks.setViewportSize(wide);
  await looks.goto('/procedures/complaint/map?at=closing');
  await settled(looks);
  await lena.page.getByText(say('en', 'draft.only-look')).first().waitFor();
  expect(await lena.page.getByRole('toolbar', { name: say('en', 'map.add') }).count()).toBe(0);
  await lena.page.locator('[data-map="closing"]').focus();
  await lena.page.keyboard.press('Delete');
  await lena.page
    .getByRole('status')
    .filter({ hasText: say('en', 'draft.only-look') })
    .waitFor({ state: 'attached' });
  expect(await lena.page.locator('[data-map="closing"]').count()).toBe(1);
  expect((await office.speak('GET', '/definitions/complaint/draft')).revision).toBe(revision);
  await lena.context.close();
});

test('a Persian reader sees the same map through a mirror, to the pixel', async () => {
  const seen = async (language: Language) => {
    await office.choose({ language });
    await page.goto('/procedures/starter/map');
    await settled(page);
    return page.evaluate(() => {
      const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
      return [...document.querySelectorAll<HTMLElement>('.react-flow__node')].map((node) => {
        const { x, y, width } = node.getBoundingClientRect();
        const edge = canvas?.x ?? 0;
        return { id: node.dataset.id, start: x - edge, end: (canvas?.width ?? 0) - (x - edge) - width, y: y - (canvas?.y ?? 0), width };
      });
    });
  };
  const english = await seen('en');
  const persian = await seen('fa');
  expect(english.length).toBeGreaterThan(8);
  for (const { id, start, y, width } of english) {
    const other = persian.find((each) => each.id === id);
    expect(Math.abs((other?.end ?? Number.NaN) - start)).toBeLessThanOrEqual(1);
    expect(Math.abs((other?.y ?? Number.NaN) - y)).toBeLessThanOrEqual(1);
    expect(other?.width).toBeCloseTo(width, 0);
  }
});
