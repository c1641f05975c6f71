import { expect, test } from '@jest/globals';
import type { JudgedCase } from './count-operation.ts';
import { countOperation } from './count-operation.ts';

const options = { rules: ['a', 'b'], now: '2026-03-10T09:00:00.000Z', placesMost: 2, latestMost: 1 };
const judged = (id: string, ...rules: JudgedCase['rules']): JudgedCase => ({ id, rules, deviations: [] });

test('each case counts once for a rule; a rule of which none speaks stands there with nothing counted', () => {
  const { rules } = countOperation(
    [
      judged('1', { rule: 'a', verdict: 'kept' }),
      judged('2', { rule: 'a', verdict: 'broken', revision: 4, element: 'deciding' }),
      judged('3', { rule: 'a', verdict: 'open' }),
    ],
    options,
  );
  expect(rules).toEqual([
    { rule: 'a', kept: 1, broken: 1, open: 1, places: [{ case: '2', revision: 4, element: 'deciding' }] },
    { rule: 'b', kept: 0, broken: 0, open: 0, places: [] },
  ]);
});

test('a time limit is open until its last instant, and broken from then on without any line that says so', () => {
  const limit = (brokenAfter: string) =>
    countOperation([judged('1', { rule: 'a', verdict: 'open', brokenAfter })], options).rules.find(({ rule }) => rule === 'a');
  expect(limit('2026-03-10T09:00:00.001Z')).toMatchObject({ open: 1, broken: 0, places: [] });
  expect(limit('2026-03-10T09:00:00.000Z')).toMatchObject({ open: 0, broken: 1, places: [{ case: '1' }] });
});

test('all are counted, the first few places and the latest deviations are told', () => {
  const cases = [1, 2, 3].map(
    (day): JudgedCase => ({
      id: `case ${day}`,
      rules: [{ rule: 'a', verdict: 'broken', revision: day }],
      deviations: [{ kind: 'late', revision: day, at: `2026-03-0${day}T09:00:00.000Z` }],
    }),
  );
  const { rules, deviations, latest } = countOperation(cases, options);
  expect(rules[0]).toMatchObject({ broken: 3, places: [{ case: 'case 1' }, { case: 'case 2' }] });
  expect(deviations).toMatchObject({ late: 3, astray: 0 });
  expect(latest).toEqual([{ kind: 'late', revision: 3, at: '2026-03-03T09:00:00.000Z', case: 'case 3' }]);
});
