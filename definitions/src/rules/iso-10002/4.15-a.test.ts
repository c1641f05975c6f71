import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { end, smallDefinition, steps } from '../../../../test/tools/small-definition.ts';
import { everyWaitHasADeadline as rule } from './4.15-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the survey waits for ever`, () => {
  const definition = edited('complaint', cut('#surveying/after'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'surveying',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decide → responding',
      'sendBy → awaitingComplainant',
      'accept → implementing',
      'remedyDone → surveying',
    ],
  });
});

const ifComplex = { type: 'if', params: { field: 'complexity', is: '>=', value: 3 } };
const told = { actions: [{ type: 'letter', params: { letter: 'taskReminder', to: ['processOwner'] } }] };

test(`${rule.id} may fail when the way of the only deadline has a condition and the case waits on without it`, () => {
  const definition = edited('complaint', put('#deciding/after/decideBy', [{ target: '#ownerDeciding', guard: ifComplex }, told]));
  expect(breach(rule, definition)).toEqual({
    verdict: 'possible',
    at: '/machine/states/verdict/states/deciding/after/decideBy/1',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessed → investigating',
      'findingsReady → deciding',
      'decideBy → deciding',
    ],
  });
});

test(`${rule.id} still holds when a second deadline, of the stage around it, ends the wait`, () => {
  const definition = edited('complaint', (draft) => {
    put('#deciding/after/decideBy', [{ target: '#ownerDeciding', guard: ifComplex }, told])(draft);
    put('#verdict/after', { reviewBy: [{ target: '#externalOffer' }] })(draft);
  });
  expect(verdictOn(rule, definition)).toBe('holds');
});

test(`${rule.id} does not concern a general procedure`, () => {
  expect(verdictOn(rule, smallDefinition({ initial: 'over', states: steps({ over: end() }) }))).toBe('not concerned');
});
