import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { thirdPartyNotices } from '../.build/notices.js';
import { root } from './tools/source-files.ts';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly name?: string; readonly version?: string; readonly dev?: true; readonly link?: true }>
  >;
}

test('every dependency of the lock file that is not of the development alone is on the page, with a licence', () => {
  const { packages }: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const expected = Object.entries(packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
    .map(([path, { name, version }]) => `${name ?? path.replace(/^.*node_modules\//, '')} ${version}`);
  const notices = thirdPartyNotices();
  const noticed = new Set(notices.packages.map(({ name, version }) => `${name} ${version}`));
  expect(expected.length).toBeGreaterThan(200);
  expect(expected.filter((one) => !noticed.has(one))).toEqual([]);
  expect(notices.packages.filter(({ licence }) => licence === '')).toEqual([]);
  expect(notices.packages.find(({ name }) => name === 'elkjs')).toMatchObject({
    licence: 'EPL-2.0 OR GPL-3.0-or-later',
    chosen: 'EPL-2.0',
  });
});

test('the words of a licence come along, those of parts inside a package too, and the page that was built is the same', () => {
  const notices = thirdPartyNotices();
  const wordsOf = (wanted: string) =>
    notices.packages.filter(({ name }) => name === wanted).flatMap(({ texts }) => texts.map((place) => notices.texts[place]));
  expect(wordsOf('koa').join()).toContain('Permission is hereby granted, free of charge');
  expect(wordsOf('elkjs').join()).toContain('Eclipse Public License - v 2.0');
  expect(wordsOf('lmdb').join()).toContain('The OpenLDAP Public License');
  const built = readFileSync(join(root, 'designer/public/notices.generated.json'), 'utf8');
  expect(JSON.parse(built)).toEqual(notices);
});

test('a package that names no licence stops the build, and so does a choice that nobody made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'notices-'));
  const put = (name: string, about: object) => {
    mkdirSync(join(folder, 'node_modules', name), { recursive: true });
    writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...about }));
  };
  put('silent', {});
  put('both', { license: 'MIT OR GPL-3.0' });
  put('old', { licenses: [{ type: 'MIT' }] });
  const packages = Object.fromEntries(['silent', 'both', 'old'].map((name) => [`node_modules/${name}`, { version: '1.0.0' }]));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
  expect(() => thirdPartyNotices(folder, {})).toThrow(/silent 1.0.0 names no licence/);
  expect(() => thirdPartyNotices(folder, {})).toThrow(/both 1.0.0 may be taken under MIT OR GPL-3.0: choose one/);
  expect(() => thirdPartyNotices(folder, { both: 'MIT' })).not.toThrow(/both/);
  expect(() => thirdPartyNotices(folder, { both: 'MIT', old: 'MIT' })).toThrow(/old offers no choice/);
});
