import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';
import { expect, test } from '@jest/globals';
import { compiled } from '../.build/compiled-words.js';
import { parse as parsePlain } from '../.build/plain-words.js';
import { root } from './tools/source-files.ts';

const folder = join(root, 'designer/src/locales');
const catalogues = readdirSync(folder).filter((file) => file.endsWith('.json'));
const catalogue = (file: string): Record<string, string> => JSON.parse(readFileSync(join(folder, file), 'utf8'));

test.each(catalogues)('every sentence of %s is built in as it is written', (file) => {
  const written = catalogue(file);
  const built = compiled(written);
  expect(Object.keys(built)).toEqual(Object.keys(written));
  for (const [key, words] of Object.entries(built))
    expect(typeof words === 'string' ? parsePlain(words) : words).toEqual(parse(written[key] ?? '', { captureLocation: false }));
});

test('what needs more than names stays no text for the window to read: plurals, quotes, marked parts', () => {
  const { plain, plural, quoted, marked } = compiled({
    plain: '{name}: {what}',
    plural: '{count, plural, one {# day} other {# days}}',
    quoted: "it''s '{so}'",
    marked: '<b>{name}</b>',
  });
  expect(plain).toBe('{name}: {what}');
  expect([plural, quoted, marked].map((words) => typeof words)).toEqual(['object', 'object', 'object']);
});
