import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';
import { openDrawingDesk } from './drawing-owner.ts';
import { KeyboardReader } from './keyboard.ts';
import type { Speaker } from './office-speaker.ts';
import { axeFindings, settled } from './page-look.ts';
import { catalogue, type Language, say } from './words.ts';

jest.setTimeout(120_000);

let browser: Browser;
let server: BuiltServer;
let page: Page;
let speak: Speaker;
let trouble: readonly (readonly string[])[];
beforeAll(async () => {
  ({ browser, server, page, speak, trouble } = await openDrawingDesk());
  const { document } = await speak('GET', '/definitions/starter/versions/1');
  await speak('PUT', '/definitions/starter/draft', { document, layout }, 0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const tricky = 'Ask Ada & Bob: "]]></metadata><script>window.done = true</script>"';
const layout = { steps: { examining: { x: 260, y: -40 } }, notes: { note1: { text: tricky, x: 0, y: 1_400 } } };
const filled = (language: Language, id: string, facts: Readonly<Record<string, string>>) =>
  Object.entries(facts).reduce((words, [name, value]) => words.replace(`{${name}}`, value), catalogue(language)[id] ?? '');

/** What was saved, by its name. */
const saved = new Map<string, string>();

test('each file is saved from the map by the keyboard alone, in pl', async () => {
  await speak('PATCH', '/me', { language: 'pl' });
  await page.goto('/procedures/starter/map');
  await settled(page);
  const keyboard = await KeyboardReader.at(page);
  await keyboard.enter({ role: 'button', name: say('pl', 'exchange.save') });
  await page.getByRole('dialog', { name: say('pl', 'exchange.save') }).waitFor();
  for (const kind of ['procedure', 'picture', 'xstate', 'module']) {
    const download = page.waitForEvent('download');
    await keyboard.enter({ role: 'button', name: filled('pl', 'exchange.save-as', { what: say('pl', `exchange.${kind}`) }) });
    const file = await download;
    const name = file.suggestedFilename();
    saved.set(name, readFileSync(await file.path(), 'utf8'));
    await page
      .getByRole('dialog')
      .getByText(filled('pl', 'exchange.saved', { file: name }))
      .waitFor();
  }
  expect([...saved.keys()]).toEqual(['starter.redress.json', 'starter.svg', 'starter.xstate.json', 'starter.ts']);
  expect(saved.get('starter.ts')).toContain('createMachine(');
  expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
});

test('the picture shows the whole map to anybody who opens it: well-formed, in Polish, each word inside its box', async () => {
  const paper = await browser.newPage();
  try {
    await paper.route('**/*', (route) =>
      route.request().url() === 'http://picture.example/starter.svg'
        ? route.fulfill({ contentType: 'image/svg+xml', body: saved.get('starter.svg') ?? '' })
        : route.abort(),
    );
    await paper.goto('http://picture.example/starter.svg');
    const seen = await paper.evaluate(() => {
      const root = document.documentElement;
      const texts = [...document.querySelectorAll('text')];
      const isOutside = (text: SVGTextElement): boolean => {
        const shapes = [
          ...(text.closest('g')?.querySelectorAll<SVGGraphicsElement>(':scope > path, :scope > rect') ?? [
            root as Element as SVGGraphicsElement,
          ]),
        ];
        const boxes = shapes.map((shape) => shape.getBBox());
        const own = text.getBBox();
        return own.x < Math.min(...boxes.map(({ x }) => x)) || own.x + own.width > Math.max(...boxes.map(({ x, width }) => x + width));
      };
      return {
        root: root.localName,
        language: root.getAttribute('lang'),
        words: texts.map(({ textContent }) => textContent ?? ''),
        outside: texts.filter(isOutside).map(({ textContent }) => textContent),
        done: Reflect.get(window, 'done'),
      };
    });
    expect(seen).toMatchObject({ root: 'svg', language: 'pl', outside: [], done: undefined });
    for (const words of ['Zapisz i oceń', 'Zbadaj sprawę', 'Rozwiązana', 'Wycofaj reklamację']) expect(seen.words).toContain(words);
    expect(seen.words.join(' ')).toContain('Ask Ada & Bob');
  } finally {
    await paper.close();
  }
});

async function choose(keyboard: KeyboardReader, language: Language, name: string, text = saved.get(name) ?? ''): Promise<void> {
  await page.goto('/procedures');
  await settled(page);
  const asked = page.waitForEvent('filechooser');
  await keyboard.enter({ role: 'button', name: say(language, 'exchange.open') });
  const mimeType = name.endsWith('.svg') ? 'image/svg+xml' : 'application/json';
  await (await asked).setFiles({ name, mimeType, buffer: Buffer.from(text) });
  await page.getByRole('dialog', { name: say(language, 'exchange.open-title') }).waitFor();
}

interface Draft {
  readonly document: { readonly machine: object; readonly forms: object; readonly letters: object };
  readonly layout: object;
}

test.each(['starter.redress.json', 'starter.svg'])(
  '%s opens again as a procedure of its own and stands on the map as it stood, in fa',
  async (name) => {
    await speak('PATCH', '/me', { language: 'fa' });
    const keyboard = await KeyboardReader.at(page);
    await choose(keyboard, 'fa', name);
    expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
    await keyboard.until({ role: 'textbox', name: new RegExp(say('fa', 'gallery.name')) });
    await keyboard.type(`شکایت از ${name}`);
    await keyboard.press('Enter');
    await page.waitForURL(/\/procedures\/(?!starter\/)[^/]+\/map/);
    await settled(page);
    await page.locator('[data-map="examining"]').waitFor();
    const here = /procedures\/([^/]+)\//.exec(page.url())?.[1] ?? '';
    const [before, after] = (await Promise.all([
      speak('GET', '/definitions/starter/draft'),
      speak('GET', `/definitions/${here}/draft`),
    ])) as unknown as readonly [Draft, Draft];
    const shape = ({ document, layout: places }: Draft) => ({
      machine: document.machine,
      forms: document.forms,
      letters: document.letters,
      places,
    });
    expect(shape(after)).toEqual(shape(before));
    expect(await page.locator('[data-map="note:note1"]').textContent()).toBe(tricky);
    expect(await page.evaluate(() => Reflect.get(window, 'done'))).toBeUndefined();
    const boxesOf = async () => await page.locator('[data-map]').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('data-map')));
    const seen = await boxesOf();
    await page.goto('/procedures/starter/map');
    await settled(page);
    expect(seen).toEqual(await boxesOf());
    expect(seen.length).toBeGreaterThan(20);
  },
);

test.each([
  ['fa', 'half.svg', (): string => (saved.get('starter.svg') ?? '').slice(0, 9_000), 'exchange.problem.picture-damaged'],
  ['pl', 'laughs.svg', (): string => `<!DOCTYPE svg [<!ENTITY a "b">]>\n${saved.get('starter.svg')}`, 'exchange.problem.picture-declares'],
  [
    'en',
    'foreign.svg',
    (): string => '<svg xmlns="http://www.w3.org/2000/svg"><script>window.done = true</script></svg>',
    'exchange.problem.picture-empty',
  ],
  ['pl', 'half.json', (): string => (saved.get('starter.redress.json') ?? '').slice(0, 400), 'exchange.problem.not-json-at'],
] as const)('in %s one is told why %s is not opened, and nothing came of it', async (language, name, text, problem) => {
  await speak('PATCH', '/me', { language });
  const before = JSON.stringify(await speak('GET', '/definitions'));
  const keyboard = await KeyboardReader.at(page);
  await choose(keyboard, language, name, text());
  const told = await page.getByRole('dialog').getByRole('alert').textContent();
  const [begin = ''] = (catalogue(language)[problem] ?? '').split('{');
  expect(told).toContain(begin);
  expect((await axeFindings(page)).concat(...trouble)).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, 'done'))).toBeUndefined();
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(JSON.stringify(await speak('GET', '/definitions'))).toBe(before);
});
