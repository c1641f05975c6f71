import { expect, test } from '@jest/globals';
import type { DraftChange } from '../store/models/definition.ts';
import { changesAfter, withChange } from './draft-changes.ts';

const change = (revision: number, entries = '[]'): DraftChange => ({ revision, person: 'ada', at: '2026-03-02T09:00:00.000Z', entries });

test('so many saves are kept, and no more than they may weigh', () => {
  let recent: readonly DraftChange[] = [];
  for (let revision = 1; revision <= 300; revision += 1) recent = withChange(recent, change(revision));
  expect(recent).toHaveLength(200);
  expect(recent.at(-1)?.revision).toBe(300);
  const heavy = withChange(recent, change(301, 'x'.repeat(256 * 1024 - 50)));
  expect(heavy.map(({ revision }) => revision).at(0)).toBe(276);
  expect(withChange(heavy, change(302, 'ż'.repeat(200_000)))).toEqual([]); // Too much for anybody to hear of: he reads the whole draft.
});

test('who is a little behind hears what was saved, who is far behind or before a save without entries reads the draft', () => {
  const draft = { revision: 5, recent: [change(3), change(4), change(5)] };
  expect(changesAfter(draft, 5)).toEqual([]);
  expect(changesAfter(draft, 3)?.map(({ revision }) => revision)).toEqual([4, 5]);
  expect(changesAfter(draft, 1)).toBeUndefined();
  expect(changesAfter(draft, 9)).toBeUndefined();
  expect(changesAfter({ revision: 5, recent: [change(3), change(5)] }, 3)).toBeUndefined();
  expect(changesAfter({ revision: 2 }, 1)).toBeUndefined();
});
