import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import detailWords from '../language/detail-words.en.ts';
import { wordyParts } from '../language/messages.ts';

const sources = fileURLToPath(new URL('..', import.meta.url));
const routesFile = path.join(sources, 'shell/routes.tsx');
const textOf = (file: string): string => readFileSync(file, 'utf8');

/** Catalogues that every page has. */
const everywhere = ['en.json', 'work.en.json'];
/** Catalogues that come with one part of the window, and are provided where it begins. */
const ownParts = wordyParts.filter((part) => part !== 'design' && part !== 'details').map((part) => `${part}.en.json`);
const wordsIn = (file: string): readonly string[] => Object.keys(JSON.parse(textOf(path.join(sources, 'locales', file))));
const wordsAroundDrawings = readdirSync(path.join(sources, 'locales'))
  .filter((file) => file.endsWith('.en.json') && !everywhere.includes(file) && !ownParts.includes(file))
  .flatMap(wordsIn);
/** Words of one part that no page has of itself. */
const wordsOfParts = ownParts.flatMap((file) => {
  if (file === 'check.en.json') return [];
  const known = new Set(everywhere.flatMap(wordsIn));
  return { part: file.slice(0, file.indexOf('.')), words: wordsIn(file).filter((word) => !known.has(word)) };
});

/** Files that a file brings with it, sooner or later. */
function broughtBy(file: string): readonly string[] {
  const found = textOf(file).matchAll(/^(?:import|export)(?! type)\b[^'"]*?from '(\.[^']+)'|^import '(\.[^']+)'|import\('(\.[^']+)'\)/gm);
  return [...found]
    .map(([, one, two, three]) => path.resolve(path.dirname(file), one ?? two ?? three ?? ''))
    .filter((each) => /\.tsx?$/.test(each) && existsSync(each));
}

function reachedFrom(start: string, stop: ReadonlySet<string>, follow = broughtBy): readonly string[] {
  const reached = new Set<string>([start]);
  for (const file of reached) for (const next of follow(file)) if (!stop.has(next)) reached.add(next);
  return [...reached];
}

/** Keys that a file speaks of: whole, or by a beginning that something is put behind. */
function saidIn(file: string, among: readonly string[] = wordsAroundDrawings): readonly string[] {
  const text = textOf(file);
  const whole = new Set([...text.matchAll(/['"`]([A-Za-z][\w.-]+)['"`]/g)].map(([, key]) => key));
  const beginnings = [...text.matchAll(/`([A-Za-z][\w-]*\.[\w.-]*)\$\{/g)].map(([, beginning]) => beginning ?? '');
  return among.filter((key) => whole.has(key) || beginnings.some((beginning) => key.startsWith(beginning)));
}

const pageIn = (text: string): string => path.resolve(sources, 'shell', /import\('([^']+)'\)/.exec(text)?.[1] ?? '');
const routes = textOf(routesFile)
  .split('createRoute({')
  .slice(1)
  .filter((route) => route.includes('latePage('));
const pagesAroundDrawings = routes.filter((route) => /\.\.\.(beside|inDraft)|getParentRoute: \(\) => dra(ft|wing)/.test(route)).map(pageIn);
/** Pages that have the words for looking closer from their beginning. */
const closePages = routes.filter((route) => /\.\.\.(beside|inDraft)/.test(route)).map(pageIn);
const pages = routes.map(pageIn);

test.each(pages.filter((page) => !pagesAroundDrawings.includes(page)).map((page) => [path.relative(sources, page), page] as const))(
  '%s says nothing that only stands around a drawing',
  (_, page) => {
    const said = reachedFrom(page, new Set([routesFile])).flatMap((file) =>
      saidIn(file).map((key) => `${path.relative(sources, file)}: ${key}`),
    );
    expect(said).toEqual([]);
  },
);

test('nor does the frame around all pages; and a page of the designer does, or this test would look at nothing', () => {
  const frame = reachedFrom(path.join(sources, 'main.tsx'), new Set(pages));
  expect(frame.flatMap((file) => saidIn(file))).toEqual([]);
  expect(pagesAroundDrawings.length).toBeGreaterThan(10);
  for (const page of pagesAroundDrawings)
    expect(reachedFrom(page, new Set([routesFile])).flatMap((file) => saidIn(file)).length).toBeGreaterThan(5);
});

test.each(pages.map((page) => [path.relative(sources, page), page] as const))(
  '%s brings the words of each part that it speaks of',
  (_, page) => {
    const reached = reachedFrom(page, new Set([routesFile]));
    const provided = new Set(
      reached.flatMap((file) => [...textOf(file).matchAll(/<PartCatalogue of="([a-z]+)"/g)].map(([, part]) => part)),
    );
    const lacking = wordsOfParts
      .filter(({ part }) => !provided.has(part))
      .flatMap(({ words }) => reached.flatMap((file) => saidIn(file, words).map((key) => `${path.relative(sources, file)}: ${key}`)));
    expect(lacking).toEqual([]);
  },
);

test.each([
  ['somebody looks closer', 'details', Object.keys(detailWords), 500],
  ['the check is opened', 'check', wordsIn('check.en.json'), 100],
] as const)('what is drawn says nothing that comes only when %s, other than in parts that bring those words', (_, part, words, least) => {
  const begins = new RegExp(part === 'details' ? '<PartCatalogue of="details"|lateDetail\\(' : `<PartCatalogue of="${part}"`);
  /** What is opened late within a file that provides the words has them. */
  const withoutProvided = (file: string): readonly string[] => {
    const provided = begins.test(textOf(file))
      ? [...textOf(file).matchAll(/import\('(\.[^']+)'\)/g)].map(([, one]) => path.resolve(path.dirname(file), one ?? ''))
      : [];
    return broughtBy(file).filter((each) => !provided.includes(each));
  };
  const drawn = pagesAroundDrawings.filter((page) => !closePages.includes(page));
  const said = drawn.flatMap((page) =>
    reachedFrom(page, new Set([routesFile]), withoutProvided).flatMap((file) =>
      saidIn(file, words).map((key) => `${path.relative(sources, file)}: ${key}`),
    ),
  );
  expect(said).toEqual([]);
  expect(drawn.map((page) => path.relative(sources, page))).toEqual([
    'draft/draft-page.tsx',
    'map/map-page.tsx',
    'outline/outline-page.tsx',
  ]);
  const all = drawn.flatMap((page) => reachedFrom(page, new Set([routesFile]))).flatMap((file) => saidIn(file, words));
  expect(new Set(all).size).toBeGreaterThan(least); // Or it would look at nothing.
});
