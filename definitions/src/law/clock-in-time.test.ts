import { expect, test } from '@jest/globals';
import type { Definition } from '@redress/engine';
import { compiledOf, readProcess } from '../../../test/tools/pretend-case.ts';
import { cut, type Draft, type Edit, put } from '../../../test/tools/rule-trial.ts';
import { check } from '../check/check.ts';
import bank from '../templates/bank.json' with { type: 'json' };
import { lawPacks } from './law-packs.ts';
import { lawRules } from './law-rules.ts';

const packs = lawPacks.filter(({ id }) => id === 'pl-financial').map(lawRules);

/** Verdict and days of an answer within thirty days. */
function answered(definition: Definition): readonly unknown[] {
  const found = check({ definition }, { packs }).find(({ rule }) => rule === 'law:pl-financial/answer-30');
  return [found?.verdict, found?.failures[0]?.facts.days];
}
function bankWith(...edits: readonly Edit[]): Definition {
  const draft: Draft = JSON.parse(JSON.stringify(bank));
  for (const edit of edits) edit(draft);
  return compiledOf(JSON.parse(JSON.stringify(draft))).definition;
}

test('the clock of the law ends every wait in which thirty days may run out: the answer is in time', () => {
  expect(answered(bankWith())).toEqual(['holds', undefined]);
});

test('where the clock is not heard, or only reminds, the wait goes on', () => {
  expect(answered(bankWith(cut('#responding/on/clock.response.due')))).toEqual(['possible', 33]);
  expect(answered(bankWith(cut('#approving/on/clock.response.due/0/target')))).toEqual(['possible', 50]);
});

test('what the clock says comes too late where the days were over before', () => {
  expect(answered(bankWith(put('/delays/clarifyBy/workingDays', 20)))).toEqual(['possible', 65]);
});

test('a dispute is no concern of it', () => {
  expect(answered(readProcess('external-dispute'))).toEqual([undefined, undefined]);
});
