import { expect, test } from '@jest/globals';
import { breach, cut, edited, rename, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { recordedBeforeWorkBegins as rule } from './7.2-b.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the complaint is filed as a mere note`, () => {
  const definition = edited('complaint', rename('complaint-record', 'note'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'assessing',
    path: ['start → intake', 'register → acknowledging', 'acknowledgeBy → assessing'],
  });
});

test(`${rule.id} fails when nobody writes it down in time and the work goes on`, () => {
  const definition = edited('complaint', cut('/forms/lodging/records'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'assessing',
    path: ['start → intake', 'registerBy → acknowledging', 'acknowledgeBy → assessing'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
