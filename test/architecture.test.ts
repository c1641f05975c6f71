import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { importsOf, root, type SourceFile, sourceFiles } from './tools/source-files.ts';

/** An arrow is the only way an import may point, and each package names the libraries it may know. */
const may = {
  engine: ['xstate', 'feelin', 're2js', 'temporal-polyfill'],
  definitions: ['@redress/engine'],
  'runtime-api': ['@redress/engine', '@redress/definitions', 'node:*', 'anything'],
  designer: ['@redress/engine', '@redress/definitions', 'anything'],
} as const;
type Package = keyof typeof may;
const packages = Object.keys(may) as Package[];
const isTest = ({ path }: SourceFile) => /\.(test|bench)\.tsx?$/.test(path);
const productFiles = (name: Package) => sourceFiles(`${name}/src`).filter((file) => !isTest(file));

describe.each(packages)('%s', (name) => {
  const files = productFiles(name);

  test('has files', () => expect(files.length).toBeGreaterThan(0));

  test('imports only along its arrows', () => {
    const allowed: readonly string[] = may[name];
    const anything = allowed.includes('anything');
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((module) => !module.startsWith('.'))
        .filter((module) => {
          if (module.startsWith('@redress/')) return !allowed.includes(module);
          if (module.startsWith('node:')) return !allowed.includes('node:*');
          return !anything && !allowed.some((library) => module === library || module.startsWith(`${library}/`));
        })
        .map((module) => `${file.path} → ${module}`),
    );
    expect(wrong).toEqual([]);
  });

  test('relative imports stay inside the package and name the file', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((module) => module.startsWith('.'))
        .filter(
          (module) =>
            !/\.(ts|tsx|js|json|css|svg|woff2)(\?\w+)?$/.test(module) ||
            !new URL(module, `file:///${file.path}`).pathname.startsWith(`/${name}/`),
        )
        .map((module) => `${file.path} → ${module}`),
    );
    expect(wrong).toEqual([]);
  });
});

test.each(['engine', 'definitions'] as const)('%s knows no clock, no chance, no Node and no browser', (name) => {
  const forbidden =
    /\bDate\.now\b|new Date\(\)|Temporal\.Now|Math\.random|\bconsole\.|\bsetTimeout\b|\bsetInterval\b|\bperformance\.|\bprocess\.|\bwindow\.|\bdocument\.(?!id)|\bfetch\(|\bcrypto\.|\bglobalThis\b/;
  const wrong = productFiles(name).flatMap((file) =>
    file.text
      .split('\n')
      .map((line, index) => ({ line, at: `${file.path}:${index + 1}` }))
      .filter(({ line }) => !/^\s*(\*|\/\/|\/\*)/.test(line) && forbidden.test(line))
      .map(({ line, at }) => `${at} ${line.trim()}`),
  );
  expect(wrong).toEqual([]);
});

test('Mongoose is named only in the store', () => {
  const wrong = productFiles('runtime-api').filter(
    (file) =>
      !file.path.startsWith('runtime-api/src/store/') && importsOf(file).some((module) => /^(mongoose|mongodb|lmdb|mingo)\b/.test(module)),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('only main.ts reads the environment of the server', () => {
  const wrong = productFiles('runtime-api').filter((file) => file.path !== 'runtime-api/src/main.ts' && /process\.env\b/.test(file.text));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('only designer/src/server speaks to the server', () => {
  const wrong = productFiles('designer').filter(
    (file) =>
      !file.path.startsWith('designer/src/server/') && (/\bfetch\(/.test(file.text) || importsOf(file).includes('socket.io-client')),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('nothing of people or cases is kept in the storage of the browser: only what was drawn and could not be sent yet', () => {
  const wrong = productFiles('designer').filter((file) => /\b(localStorage|sessionStorage|indexedDB)\b/.test(file.text));
  expect(wrong.map(({ path }) => path)).toEqual(['designer/src/draft/draft-keep.ts']);
});

test('no file is longer than 300 lines', () => {
  const long = [...packages.flatMap((name) => sourceFiles(`${name}/src`, ['.ts', '.tsx', '.css'])), ...sourceFiles('test')]
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});

test('no file has a name that says nothing', () => {
  const vague = packages
    .flatMap((name) => sourceFiles(`${name}/src`))
    .filter(({ path }) => /(^|\/)(utils?|helpers?|common|manager|types|misc|lib)(\.|\/)/.test(path));
  expect(vague.map(({ path }) => path)).toEqual([]);
});

test('the top level is the agreed one', () => {
  const agreed = [
    'LICENSE',
    'README.md',
    'definitions',
    'designer',
    'engine',
    'node_modules',
    'package-lock.json',
    'package.json',
    'runtime-api',
    'test',
    'tsconfig.json',
  ];
  expect(readdirSync(root).filter((name) => !name.startsWith('.') && !agreed.includes(name))).toEqual([]);
});

test('the engine exports exactly these names', async () => {
  const engine = await import('@redress/engine');
  expect(Object.keys(engine).sort()).toMatchSnapshot();
});
