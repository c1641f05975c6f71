import { expect, test } from '@jest/globals';
import type { DraftHistory } from '../store/models/definition.ts';
import { emptyHistory, withSave } from './draft-history.ts';

const entry = (id: string, more: object = {}) => ({
  id,
  act: 'edit' as const,
  words: { id: 'edit.title-set', facts: { name: { en: 'Assess' } } },
  touches: { changed: ['assessing', 7] },
  ...more,
});
const at = (revision: number) => ({ revision, person: 'ada', at: '2026-03-02T09:00:00.000Z' });
const linesOf = ({ saves }: DraftHistory) => saves.map(({ entries }) => JSON.parse(entries));

test('a word that is typed letter by letter is one line; a save without entries has none, and is told all the same', () => {
  const typed = [entry('a:1'), entry('a:2', { continues: 'a:1' }), entry('a:3', { continues: 'a:2' }), entry('a:4', { act: 'undo' })];
  const history = withSave(withSave(emptyHistory, at(1), typed), at(2), undefined);
  expect(history.whole).toBe(true);
  const line = { words: entry('').words, elements: ['assessing'] };
  expect(linesOf(history)).toEqual([
    [
      { act: 'edit', ...line },
      { act: 'undo', ...line },
    ],
    [],
  ]);
});

test('so many saves are kept, and what is told says whether it reaches to the beginning', () => {
  let history = emptyHistory;
  for (let revision = 1; revision <= 2_000; revision += 1) history = withSave(history, at(revision), []);
  expect(history.whole).toBe(true);
  history = withSave(history, at(2_001), []);
  expect([history.whole, history.saves.length, history.saves[0]?.revision]).toEqual([false, 2_000, 2]);
  expect(withSave(undefined, at(9), []).whole).toBe(false); // A draft that was begun before there was a history.
});

test('nobody fills the draft with the sentence of one edit, or with many', () => {
  const long = withSave(emptyHistory, at(1), [entry('a:1', { words: { id: 'x', facts: { name: 'ż'.repeat(5_000) } } })]);
  expect(linesOf(long)).toEqual([[{ act: 'edit', words: { id: 'edit.whole-draft', facts: {} }, elements: ['assessing'] }]]);
  const most = Array.from({ length: 1_000 }, (_, index) => entry(`a:${index}`, { words: { id: 'x', facts: { name: 'n'.repeat(4_000) } } }));
  expect(linesOf(withSave(emptyHistory, at(1), most))).toEqual([[]]);
  let history = emptyHistory;
  const heavy = Array.from({ length: 100 }, (_, index) => entry(`a:${index}`, { words: { id: 'x', facts: { name: 'n'.repeat(1_000) } } }));
  for (let revision = 1; revision <= 20; revision += 1) history = withSave(history, at(revision), heavy);
  expect(history.whole).toBe(false);
  expect(history.saves.at(-1)?.revision).toBe(20);
  expect(history.saves.reduce((sum, { entries }) => sum + entries.length, 0)).toBeLessThanOrEqual(512 * 1024);
});
