import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Definition, Text } from '@redress/engine';
import { packs } from '../rules/packs.ts';
import { furtherProcesses, shippedProcesses } from '../shipped-processes.ts';
import { belongsTo, clausesOf, clausesOfPart, type Meaning, meanings, type Vocabulary } from './evidence.ts';
import { competenceWords, recordWords } from './words.ts';

const schema = JSON.parse(readFileSync(new URL('../../../engine/src/definition/process-definition.schema.json', import.meta.url), 'utf8'));
const data = JSON.parse(readFileSync(new URL('./evidence.json', import.meta.url), 'utf8'));
const standards = JSON.parse(readFileSync(new URL('./standards.json', import.meta.url), 'utf8'));
const vocabularies = ['tags', 'acts', 'publishes', 'kpis'] as const satisfies readonly Vocabulary[];
const all = vocabularies.flatMap((name) => [...meanings[name]].map(([word, meaning]) => ({ word: `${name} ${word}`, meaning })));
const enumIn = (part: string): readonly string[] =>
  schema.$defs[part].anyOf.flatMap(({ enum: words }: { enum?: readonly string[] }) => words ?? []);

test('every tag and every act of the format has its words', () => {
  expect(enumIn('tag').length).toBeGreaterThan(70);
  expect(enumIn('tag').filter((tag) => !meanings.tags.has(tag))).toEqual([]);
  expect(enumIn('act').filter((act) => !meanings.acts.has(act))).toEqual([]);
  expect([...meanings.acts.keys()].filter((act) => !enumIn('act').includes(act))).toEqual([]);
  expect([...meanings.tags.keys()].filter((tag) => !enumIn('tag').includes(tag) && !/^level:[1-9]$/.test(tag))).toEqual([]);
});

test('whatever the shipped procedures say in the words of the standards has words for people', () => {
  const missing = [...shippedProcesses, ...furtherProcesses].flatMap((process) => {
    const said: [string, string, boolean][] = [];
    const { kind, publishes = {}, kpis = {} } = process as Definition;
    for (const word of Object.keys(publishes)) said.push(['publishes', word, known(meanings.publishes, word, kind)]);
    for (const word of Object.keys(kpis)) said.push(['kpis', word, known(meanings.kpis, word, kind)]);
    walk(process, (key, value) => {
      for (const word of [value].flat()) {
        if (typeof word !== 'string') continue;
        if (key === 'tags') said.push(['tags', word, known(meanings.tags, word, kind)]);
        if (key === 'act' && !word.startsWith('x-')) said.push(['acts', word, known(meanings.acts, word, kind)]);
        if (key === 'records' || key === 'record' || key === 'hides') said.push(['records', word, recordWords.has(word)]);
        if (key === 'competence') said.push(['competence', word, competenceWords.has(word)]);
      }
    });
    return said.filter(([, , isKnown]) => !isKnown);
  });
  expect(missing).toEqual([]);
});

test('words stand in three languages, and no two of a vocabulary are the same', () => {
  const texts: readonly Text[] = [
    ...all.map(({ meaning }) => meaning.title),
    ...recordWords.values(),
    ...competenceWords.values(),
    ...Object.values<{ clauses: Record<string, Text> }>(standards).flatMap(({ clauses }) => Object.values(clauses)),
  ];
  for (const text of texts)
    expect([Object.keys(text), Object.values(text).every((words) => words.trim() !== '')]).toEqual([['en', 'fa', 'pl'], true]);
  for (const { fa } of texts) expect(fa).not.toMatch(/[يكىۀ٠-٩A-Za-z]/);
  for (const name of vocabularies)
    for (const language of ['en', 'fa', 'pl']) {
      const words = [...meanings[name].values()].map(({ title }) => title[language]);
      expect(words.filter((one, index) => words.indexOf(one) !== index)).toEqual([]);
    }
});

describe('clauses', () => {
  test('each that a word or a rule names is there, and each that is there is named', () => {
    const rules = packs.flatMap((pack) => pack.rules.flatMap(({ rule }) => rule.clause ?? []));
    const named = new Set([...(JSON.stringify(data).match(/\b1000\d\/[\d.]+/g) ?? []), ...rules]);
    const there = Object.entries<{ clauses: object }>(standards).flatMap(([key, { clauses }]) =>
      Object.keys(clauses).map((number) => `${key}/${number}`),
    );
    expect([...named].sort()).toEqual(there.sort());
  });

  test('the first clause of a word is of the standard of that kind of procedure, but where none there asks for it', () => {
    const own: Readonly<Record<string, string>> = { complaint: '10002', dispute: '10003', code: '10001', satisfaction: '10004' };
    const foreign = all.flatMap(({ word, meaning }) =>
      Object.entries(meaning.clauses).flatMap(([kind, ids]) => (ids?.[0] && own[kind] !== ids[0].split('/')[0] ? [`${kind} ${word}`] : [])),
    );
    expect(foreign).toEqual(['dispute tags outcome:withdrawn', 'dispute acts status-request']);
  });

  test('an acknowledgement is evidence for 7.4 in a complaint and in an internal review, and nothing in a survey', () => {
    const meaning = meanings.tags.get('stage:acknowledgement');
    const numbers = (kind: Definition['kind']) => clausesOf(meaning, kind).map(({ standard, number }) => `${standard} ${number}`);
    expect(numbers('complaint')).toEqual(['ISO 10002:2018 7.4']);
    expect(numbers('escalation')).toEqual(['ISO 10002:2018 7.4']);
    expect(numbers('satisfaction')).toEqual([]);
    expect(numbers('general')).toEqual([]);
    expect(meaning && [belongsTo(meaning, 'escalation'), belongsTo(meaning, 'satisfaction'), belongsTo(meaning, 'general')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('keeping records for a set time is asked of every kind that follows a standard', () => {
    expect(clausesOfPart('retention', 'dispute').map(({ id }) => id)).toEqual(['10002/8.1']);
    expect(clausesOfPart('retention', 'general')).toEqual([]);
  });
});

const known = (words: ReadonlyMap<string, Meaning>, word: string, kind: Definition['kind']): boolean => {
  const meaning = words.get(word);
  return meaning !== undefined && belongsTo(meaning, kind);
};
function walk(value: unknown, tell: (key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    tell(key, inner);
    walk(inner, tell);
  }
}
