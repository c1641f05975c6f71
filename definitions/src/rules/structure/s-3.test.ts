import { expect, test } from '@jest/globals';
import { breach, cut, edited, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { end, smallDefinition, steps } from '../../../../test/tools/small-definition.ts';
import { somebodyAnswersForEachStep as rule } from './s-3.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when a wait loses its owner and the stage around it has none`, () => {
  const definition = edited('complaint', cut('#external/meta/owner'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'external',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decideBy → ownerDeciding',
      'ownerDecidesBy → externalOffer',
      'wantsExternal → external',
    ],
  });
});

test(`${rule.id} has nothing to say where no case ever rests`, () => {
  expect(verdictOn(rule, smallDefinition({ initial: 'over', states: steps({ over: end() }) }))).toBe('vacuous');
});
