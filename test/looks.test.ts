import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const source = fileURLToPath(new URL('../designer/src/', import.meta.url));
const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(source, path), 'utf8') }));

/** Text on what lies beneath it (WCAG 1.4.3: 4.5), and lines that say something by themselves (1.4.11: 3). */
const texts: readonly (readonly [ink: string, paper: string])[] = [
  ...['surface', 'canvas', 'sunken', 'hover'].flatMap((paper) => ['text', 'text-2', 'text-3'].map((ink) => [ink, paper] as const)),
  ...['surface', 'canvas'].flatMap((paper) =>
    ['accent', 'time', 'danger', 'good', 'negative', 'task', 'decision'].map((ink) => [ink, paper] as const),
  ),
  ...['accent', 'time', 'danger', 'good', 'negative', 'task', 'decision', 'external', 'auto'].map(
    (kind) => [kind, `${kind}-tint`] as const,
  ),
  ...['accent', 'time', 'task', 'decision', 'external', 'auto'].map((kind) => ['text', `${kind}-tint`] as const),
  ['on-accent', 'accent'],
  ['on-danger', 'danger'],
  ['on-ink', 'ink'],
  ['surface', 'time'],
];
const lines: readonly (readonly [ink: string, paper: string])[] = [
  ['focus', 'surface'],
  ['focus', 'canvas'],
  ['border-strong', 'surface'],
  ['border-strong', 'canvas'],
  ['edge', 'canvas'],
  ['edge', 'surface'],
];

test.each(['light', 'dark'] as const)('every pair of colours of the %s theme can be read', (theme) => {
  const colours = coloursOf(theme);
  const weak = [...texts.map((pair) => [pair, 4.5] as const), ...lines.map((pair) => [pair, 3] as const)].flatMap(
    ([[ink, paper], least]) => {
      const ratio = contrast(colours.get(ink), colours.get(paper));
      return ratio < least ? [`${ink} on ${paper}: ${ratio.toFixed(2)}, ${least} wanted`] : [];
    },
  );
  expect(weak).toEqual([]);
});

test('a colour that cannot be read would be found', () => {
  expect(contrast('#8a8a8a', '#ffffff')).toBeLessThan(4.5);
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

test('style sheets know beginning and end, not left and right', () => {
  const physical =
    /(^|[\s;{])(left|right|(margin|padding|border)-(left|right)[a-z-]*)\s*:|text-align:\s*(left|right)|float:\s*(left|right)/;
  // Fields whose own text may run against the page: their button stands at the end of the page's line.
  const may = new Set(['base/field.module.css']);
  const found = sheets.flatMap(({ path, text }) =>
    may.has(path) ? [] : text.split('\n').flatMap((line, index) => (physical.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

/** Colours by name, as the token sheet says them for a theme. */
function coloursOf(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const text = sheets.find(({ path }) => path === 'tokens.css')?.text ?? '';
  const from = theme === 'light' ? text.indexOf(':root {') : text.indexOf(':root[data-theme="dark"]');
  const block = text.slice(from, text.indexOf('\n}', from));
  return new Map([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]));
}

/** WCAG 2.2: relative luminances, the lighter above the darker. */
function contrast(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) throw new Error('a pair names a colour that is not there');
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
