import { expect, test } from '@jest/globals';
import type { Definition } from '@redress/engine';
import { readProcess } from '../../../test/tools/pretend-case.ts';
import { edited, put, rename } from '../../../test/tools/rule-trial.ts';
import { threeLevels } from '../../../test/tools/three-levels.ts';
import { packs } from '../rules/packs.ts';
import { check } from './check.ts';
import { contractsAmong } from './contracts-among.ts';

const among = (...known: readonly Definition[]) => contractsAmong((id) => known.find((one) => one.id === id));
const openIn = (definition: Definition, ...known: readonly Definition[]) =>
  check({ definition }, { packs, contractOf: among(...known) }).flatMap(({ rule, verdict }) => (verdict === 'fails' ? [rule] : []));

test('what was done in a procedure counts for whoever started what started it', () => {
  const good = threeLevels({ accepted: true });
  expect(openIn(good.outer, good.level, good.inner, readProcess('external-dispute'))).toEqual([]);
  const bad = threeLevels({ accepted: false });
  expect(openIn(bad.outer, bad.level, bad.inner, readProcess('external-dispute'))).toEqual(['10002/7.9-B']);
});

test('procedures that go round promise each other nothing, whichever is asked for first', () => {
  const named = (id: string, starts: string): Definition =>
    edited('complaint', (draft) => {
      rename('escalation', starts)(draft);
      put('/id', id)(draft);
      put('/kind', 'escalation')(draft);
    });
  const round = [named('one', 'two'), named('two', 'one'), readProcess('external-dispute')];
  const asked = (...ids: readonly string[]) => {
    const contracts = among(...round);
    for (const id of ids) contracts(id);
    return ids.toSorted().map((id) => [...(contracts(id)?.ends ?? [])]);
  };
  expect(asked('one', 'two', 'dispute')).toEqual(asked('two', 'dispute', 'one'));
  // The one knows nothing of the other: it has it said by a row, and nothing speaks against that.
  expect([...(among(...round)('one')?.ends.keys() ?? [])]).toContain('resolved');
});
