import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { nobodyIsTurnedAwayUnheard as rule } from './7.6-d.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the assessment can send people outside`, () => {
  const definition = edited('complaint', put('#assessing/on/needInfo/0/target', '#externalOffer'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'externalOffer',
    path: ['start → intake', 'register → acknowledging', 'acknowledgeBy → assessing', 'needInfo → externalOffer'],
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
