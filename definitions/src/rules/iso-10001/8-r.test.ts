import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theCodeDoesNotEndSilently as rule } from './8-r.ts';

test(`${rule.id} holds for the code of conduct`, () => {
  expect(verdictOn(rule, 'code-of-conduct')).toBe('holds');
});

test(`${rule.id} fails when the review ends it at once`, () => {
  const definition = edited('code-of-conduct', put('#reviewing/on/retire/0/target', '#retired'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'retired',
    path: [
      'start → objectives',
      'set → gathering',
      'ready → consulting',
      'inputAssessed → drafting',
      'drafted → legalCheck',
      'clear → indicators',
      'set → procedures',
      'set → communicationPlan',
      'set → resourcing',
      'set → approving',
      'approve → training',
      'trained → publishing',
      'published → inForce',
      'reviewDate → collecting',
      'collected → evaluating',
      'evaluated → satisfactionCheck',
      'measured → reviewing',
      'retire → retired',
    ],
  });
});

test(`${rule.id} fails when a code in force ends under another name, and nobody was told`, () => {
  const definition = edited('code-of-conduct', put('#breach/on/remedied/0/target', '#abandoned'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'abandoned' });
});

test(`${rule.id} fails when a code that never was in force is retired`, () => {
  const definition = edited('code-of-conduct', put('#objectives/after/objectivesBy/0/target', '#retiring'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'retiring' });
});

test(`${rule.id} fails when customers were told that the code ends, and it goes on`, () => {
  const definition = edited('code-of-conduct', put('#retiring/on/done/0/target', '#inForce'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'inForce' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
