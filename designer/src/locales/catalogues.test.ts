import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { createIntl } from 'react-intl';
import { loadMessages, type MessageId } from '../language/messages.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const read = (file: string): Readonly<Record<string, string>> => JSON.parse(readFileSync(here(`./${file}`), 'utf8'));
const files = (language: string) =>
  readdirSync(here('.')).filter((file) => file === `${language}.json` || file.endsWith(`.${language}.json`));
const all = (language: string) => Object.assign({}, ...files(language).map(read));
const catalogues: Readonly<Record<'en' | 'fa' | 'pl', Readonly<Record<string, string>>>> = { en: all('en'), fa: all('fa'), pl: all('pl') };
const languages = ['en', 'fa', 'pl'] as const;

test('every key stands in all three languages, with words', () => {
  for (const language of languages) {
    expect(Object.keys(catalogues[language]).sort()).toEqual(Object.keys(catalogues.en).sort());
    expect(Object.entries(catalogues[language]).filter(([, words]) => words.trim() === '')).toEqual([]);
  }
});

test('the catalogues of a language share no key', () => {
  for (const language of languages) {
    const keys = files(language).flatMap((file) => Object.keys(read(file)));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  }
});

test('a translation uses no fact that the English words do not have', () => {
  const foreign = Object.keys(catalogues.en).flatMap((key) => {
    const known = factsOf(catalogues.en[key] ?? '');
    return languages.flatMap((language) =>
      [...factsOf(catalogues[language][key] ?? '')].filter((fact) => !known.has(fact)).map((fact) => `${language} ${key}: ${fact}`),
    );
  });
  expect(foreign).toEqual([]);
});

test('every message can be said: its braces, plurals and tags are whole', async () => {
  for (const language of languages) {
    const fail = (error: Error) => {
      throw error;
    };
    const messages = await loadMessages(language);
    const isKey = (key: string): key is MessageId => key in messages;
    const intl = createIntl({ locale: language, messages, onError: fail });
    const plain = (chunks: readonly unknown[]) => chunks.join('');
    for (const id of Object.keys(messages).filter(isKey)) {
      const facts = Object.fromEntries([...factsOf(messages[id])].map((fact) => [fact, /plural|number/.test(messages[id]) ? 3 : 'x']));
      intl.formatMessage({ id }, { ...facts, b: plain, u: plain });
    }
  }
});

test('Polish has all its plural forms', () => {
  const short = Object.entries(catalogues.pl).flatMap(([key, words]) =>
    pluralsOf(words).flatMap((forms) =>
      ['one', 'few', 'many', 'other'].every((form) => new RegExp(`\\b${form} \\{`).test(forms)) || abbreviated(forms)
        ? []
        : [`${key}: ${forms}`],
    ),
  );
  expect(short).toEqual([]);
});

test('every key is used, and every refusal and wrong answer of the server has words', () => {
  const source = sourceOf(here('..'));
  const unused = Object.keys(catalogues.en).filter((key) => !isUsed(key, source));
  expect(unused).toEqual([]);
  const codes = [...readFileSync(here('../../../runtime-api/src/http/status-of.ts'), 'utf8').matchAll(/^ {2}'?([a-z-]+)'?: \d{3},/gm)].map(
    ([, code]) => `problem.${code}`,
  );
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((key) => !(key in catalogues.en))).toEqual([]);
});

test('Persian is written with Persian letters', () => {
  expect(Object.entries(catalogues.fa).filter(([, words]) => /[يكىۀ٠-٩]/.test(words))).toEqual([]);
});

/** What stands in the braces of each plural, inner plurals by themselves too. */
function pluralsOf(words: string): readonly string[] {
  return [...words.matchAll(/, plural,/g)].map(({ index }) => {
    let depth = 1;
    let end = index;
    while (depth > 0 && end < words.length) {
      end += 1;
      if (words[end] === '{') depth += 1;
      if (words[end] === '}') depth -= 1;
    }
    return words.slice(index, end);
  });
}

/** Abbreviations do not change with the number: then one form is enough. */
const abbreviated = (forms: string) => /other \{# (godz\.|min)/.test(forms);

/** Named in quotes, or made from a template that begins like it. */
function isUsed(key: string, source: string): boolean {
  if (source.includes(`'${key}'`) || source.includes(`"${key}"`)) return true;
  return [...key.matchAll(/[.-]/g)].some(({ index }) => source.includes(`\`${key.slice(0, index + 1)}\${`));
}

function sourceOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => readFileSync(`${folder}/${path}`, 'utf8'))
    .join('\n');
}

/** Names in braces that are facts, not forms of a plural or a choice. */
function factsOf(words: string): ReadonlySet<string> {
  const plain = words.replace(/'\{'|'\}'/g, '');
  return new Set([...plain.matchAll(/(?<!(?:=\d+|\bone|\bfew|\bmany|\bother) )\{(\w+)[,}]/g)].flatMap(([, fact]) => fact ?? []));
}
