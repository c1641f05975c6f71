import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { called, type Drawn, inside, mapDesk } from './map-desk.ts';
import { openBrowser, personsBrowser } from './open-browser.ts';
import { settled, watched } from './page-look.ts';
import { type SampleOffice, sampleOffice } from './sample-office.ts';
import { catalogue, type Language, say } from './words.ts';

jest.setTimeout(120_000);

const note = 'Ask legal first';

let browser: Browser;
let server: BuiltServer;
let page: Page;
let office: SampleOffice;
let desk: ReturnType<typeof mapDesk>;
let broken: readonly string[];
beforeAll(async () => {
  browser = await openBrowser();
  server = await startBuiltServer();
  const emily = await personsBrowser(browser, server.url);
  ({ broken } = emily);
  page = watched(await emily.context.newPage());
  await page.setViewportSize({ width: 1440, height: 900 });
  office = await sampleOffice(page, server.setUpCode);
  desk = mapDesk(page, office);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const head = async (key: string) => {
  const { x, y } = await desk.boxOf(key);
  return { x: x + 60, y: y + 14 };
};

test('with the mouse cards are placed, put into another stage, connected, and a line let go over nothing asks for a step', async () => {
  await office.choose({ language: 'en' });
  await page.goto('/procedures/complaint/map');
  await settled(page);
  const start = await head('acknowledging');
  await desk.drag(start, { x: start.x + 48, y: start.y + 64 });
  const placed = await desk.saved(({ layout }) => layout.steps?.acknowledging?.x !== undefined && layout.steps.acknowledging.x > 40);
  expect(placed.layout.steps?.intake).toBeDefined();

  const late = await desk.boxOf('delayNotice');
  await desk.drag(await head('interimAction'), { x: late.x + 60, y: late.y + late.height + 40 });
  await desk.saved((drawn) => inside(drawn, 'inquiry').interimAction !== undefined);
  await page.keyboard.press('Control+z');
  await desk.saved((drawn) => inside(drawn, 'assessment').interimAction !== undefined);

  const port = async (row: string) => {
    const { x, y, width, height } = await desk.boxOf(row);
    return { x: x + width, y: y + height / 2 };
  };
  await desk.drag(await port('intake/on/outOfScope/0'), await head('assessing'));
  await desk.saved((drawn) => inside(drawn, 'reception').intake?.on?.outOfScope?.[0]?.target === '#assessing');

  // By tapping: a port, then where it leads.
  const tapped = await port('intake/on/outOfScope/0');
  await page.mouse.click(tapped.x, tapped.y);
  const aim = await head('acknowledging');
  await page.mouse.click(aim.x, aim.y);
  await desk.saved((drawn) => inside(drawn, 'reception').intake?.on?.outOfScope?.[0]?.target === '#acknowledging');

  const nothing = await desk.boxOf('intake');
  await desk.drag(await port('intake/on/outOfScope/0'), { x: nothing.x + 20, y: 780 });
  await page.getByRole('dialog', { name: say('en', 'outline.new-step') }).waitFor();
  await page.keyboard.insertText('Pass it on');
  await page.keyboard.press('Enter');
  const drawn = await desk.saved((each) => called(inside(each, 'reception'), 'Pass it on') !== undefined);
  const id = called(inside(drawn, 'reception'), 'Pass it on');
  expect(inside(drawn, 'reception').intake?.on?.outOfScope?.[0]?.target).toBe(`#${id}`);

  // What is chosen goes with the reader from view to view, and so does what he may undo.
  await page.getByRole('link', { name: say('en', 'design.outline') }).click();
  await page.getByRole('heading', { level: 2, name: 'Pass it on' }).waitFor();
  await page.keyboard.press('Control+z');
  await desk.saved((each) => called(inside(each, 'reception'), 'Pass it on') === undefined);
  expect(broken).toEqual([]);
});

test('several cards are chosen by a frame and moved together as one edit', async () => {
  await page.goto('/procedures/complaint/map');
  await settled(page);
  const first = await desk.boxOf('assessing');
  const last = await desk.boxOf('awaitingInfo');
  await page.keyboard.down('Shift');
  await desk.drag({ x: first.x - 8, y: first.y - 12 }, { x: last.x + last.width + 8, y: last.y + last.height + 8 });
  await page.keyboard.up('Shift');
  await page.locator('[data-map="awaitingInfo"][data-among]').waitFor();
  const held = await head('interimAction');
  await desk.drag(held, { x: held.x, y: held.y + 40 });
  const moved = await desk.saved(({ layout }) => layout.steps?.assessing?.y !== undefined);
  const spots = moved.layout.steps ?? {};
  expect([spots.assessing?.y, spots.interimAction?.y, spots.awaitingInfo?.y].every((y) => y !== undefined)).toBe(true);
  await page.keyboard.press('Control+z');
  await desk.saved(({ layout }) => layout.steps?.assessing?.y === undefined);

  // Copied and pasted as text, with all that it needs; one edit.
  await desk.at('closing').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  const titles = (each: Drawn) => Object.values(inside(each, 'ending')).map(({ meta }) => meta?.title.en);
  await desk.saved((each) => titles(each).filter((title) => title === 'Close').length === 2);
  await page.keyboard.press('Control+z');
  await desk.saved((each) => titles(each).filter((title) => title === 'Close').length === 1);
});

test('a stage folds and unfolds, everything is tidied, and a note is written', async () => {
  await page.goto('/procedures/complaint/map');
  await settled(page);
  await page.getByRole('button', { name: /^Fold .Assessment./ }).click();
  await desk.at('assessing').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Unfold .Assessment./ }).click();
  await desk.at('assessing').waitFor();
  await page.getByRole('button', { name: say('en', 'map.tidy-all') }).click();
  await desk.saved(({ layout }) => Object.values(layout.steps ?? {}).every(({ x }) => x === undefined));
  await page.getByRole('button', { name: say('en', 'map.add-note') }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(note);
  await page.getByRole('button', { name: say('en', 'map.note-keep') }).click();
  await desk.saved(({ layout }) => Object.values(layout.notes ?? {}).some(({ text }) => text === note));
});

test.each(['en', 'fa', 'pl'] as const)(
  'what is new gets its place from the keyboard, told to be seen, and one undo takes it back, in %s',
  async (language) => {
    await office.choose({ language });
    await page.goto('/procedures/complaint/map');
    await settled(page);
    const newOnes = ({ layout }: Drawn) => Object.values(layout.steps ?? {}).filter(({ x }) => x !== undefined).length;
    const before = newOnes(await desk.saved(() => true));
    const stood = await desk.boxOf('acknowledging');
    const placedNew = String(catalogue(language)['map.placed-new']).replace(/^.*\}/, ''); // After how many.
    const byKeyboard = async () => {
      await desk.at('acknowledging').focus();
      await page.keyboard.press('f');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.insertText(say(language, 'map.place-new'));
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await byKeyboard();
    await desk.saved((drawn) => newOnes(drawn) > before);
    await page.getByText(placedNew).first().waitFor({ state: 'visible' });
    expect(await desk.boxOf('acknowledging')).toEqual(stood);
    await byKeyboard();
    await page.getByText(say(language, 'map.nothing-new')).first().waitFor({ state: 'visible' });
    await desk.at('acknowledging').focus();
    await page.keyboard.press('Control+z');
    await desk.saved((drawn) => newOnes(drawn) === before);
  },
);

test.each(['en', 'fa'] as const)('whatever lies far off, the map opens where a case begins, in %s', async (language) => {
  await office.choose({ language });
  const { document, layout, revision } = await office.speak('GET', '/definitions/starter/draft');
  const notes = { far: { text: note, x: -6000, y: -4000 } };
  await office.speak('PUT', '/definitions/starter/draft', { document, layout: { ...(layout as object), notes } }, Number(revision));
  await page.goto('/procedures/starter/map');
  await settled(page);
  const [map, card] = [await page.locator('.react-flow').boundingBox(), await desk.boxOf('recording')];
  if (!map) throw new Error('no map');
  const aside = language === 'en' ? card.x - map.x : map.x + map.width - card.x - card.width;
  expect([aside > 0 && aside < 100, card.y > map.y && card.y < map.y + 200]).toEqual([true, true]);
  const later = await office.speak('GET', '/definitions/starter/draft');
  await office.speak('PUT', '/definitions/starter/draft', { document, layout }, Number(later.revision));
});

test.each([
  ['en', 1],
  ['fa', -1],
] as const)('a stage is made larger with the mouse, and smaller again by the keyboard, in %s', async (language, aside) => {
  await office.choose({ language });
  await page.goto('/procedures/complaint/map');
  await settled(page);
  const stage = async () => {
    const box = await page.locator('.react-flow__node[data-id="reception"]').boundingBox();
    if (!box) throw new Error('the stage is not seen');
    return box;
  };
  const sizeIn = ({ layout }: Drawn) => layout.steps?.reception ?? {};
  await desk.at('reception').click();
  const corner = page.locator('.react-flow__resize-control > span');
  await corner.waitFor();
  const before = await stage();
  const { x, y, width, height } = (await corner.boundingBox()) ?? before;
  expect([width, height].every((side) => side >= 24)).toBe(true);
  await desk.drag({ x: x + width / 2, y: y + height / 2 }, { x: x + width / 2 + 80 * aside, y: y + height / 2 + 48 });
  const grown = await desk.saved((drawn) => (sizeIn(drawn).width ?? 0) > before.width);
  expect(Math.abs((sizeIn(grown).width ?? 0) - before.width - 80)).toBeLessThanOrEqual(1);
  const after = await stage();
  expect(Math.abs(after.width - before.width - 80)).toBeLessThanOrEqual(1);
  const start = ({ x, width }: typeof before) => (aside === 1 ? x : x + width);
  expect(Math.abs(start(after) - start(before))).toBeLessThanOrEqual(1);

  // No smaller than what it holds; and said by what it is.
  await desk.at('reception').focus();
  await page.keyboard.press('m');
  for (let press = 0; press < 4; press += 1) await page.keyboard.press(`Shift+Alt+Arrow${aside === 1 ? 'Left' : 'Right'}`);
  const shrunk = await desk.saved((drawn) => (sizeIn(drawn).width ?? 0) < before.width + 1);
  expect(Math.round(sizeIn(shrunk).width ?? 0)).toBe(Math.round(before.width));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: catalogue(language)['edit.layout-size']?.split(/.?\{/u)[0] ?? '?' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await desk.saved((drawn) => sizeIn(drawn).width === undefined);
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
