import { expect, test } from '@jest/globals';
import { packs } from '../../rules/packs.ts';
import { allMeasures } from './all-measures.ts';
import { measureDiagnosis } from './diagnosis.ts';
import { measureWords } from './measure-words.ts';
import { measureVersions } from './versions.ts';

const rules = new Map(packs.flatMap((pack) => pack.rules.map(({ rule }) => [rule.id, rule] as const)));

test('every measure says in three languages what is counted of what, and no words are left over', () => {
  const ofVersions = (['complaint', 'dispute'] as const).flatMap((kind) =>
    [...measureVersions(kind, [], ''), ...measureDiagnosis(kind, { ended: 0, unresolved: 0 })].map(({ measure }) => measure),
  );
  const ids = [...allMeasures.map(({ id }) => id), ...new Set(ofVersions)];
  expect([...measureWords.keys()].toSorted()).toEqual(ids.toSorted());
  for (const { title, counted } of measureWords.values())
    for (const words of [title, counted]) {
      expect(Object.keys(words)).toEqual(['en', 'fa', 'pl']);
      expect(Object.values(words).every((text) => text.trim() !== '')).toBe(true);
    }
});

test('every measure answers a rule that only journals show, for kinds of procedure that the rule speaks of', () => {
  for (const { id, rule, kinds } of allMeasures) {
    const asked = rules.get(rule);
    expect({ id, class: asked?.class }).toEqual({ id, class: 'records' });
    expect(kinds.filter((kind) => !asked?.appliesTo.includes(kind))).toEqual([]);
  }
});
