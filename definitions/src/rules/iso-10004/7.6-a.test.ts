import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theNextRoundBeginsByItself as rule } from './7.6-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when the monitoring has no deadline`, () => {
  const definition = edited('satisfaction', cut('#monitoring/after'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'monitoring',
    path: [
      'start → purpose',
      'set → scoping',
      'set → methods',
      'set → resourcing',
      'set → customers',
      'set → expectations',
      'set → characteristics',
      'set → indirect',
      'collected → designing',
      'designed → piloting',
      'ok → collecting',
      'sampleReached → preparing',
      'ready → analysing',
      'analysed → validating',
      'valid → communicating',
      'sent → acting',
      'planned → monitoring',
    ],
  });
});

test(`${rule.id} fails when the deadline of the monitoring ends everything`, () => {
  const definition = edited('satisfaction', put('#monitoring/after/reviewDate/0/target', '#ended'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'ended',
    path: [
      'start → purpose',
      'set → scoping',
      'set → methods',
      'set → resourcing',
      'set → customers',
      'set → expectations',
      'set → characteristics',
      'set → indirect',
      'collected → designing',
      'designed → piloting',
      'ok → collecting',
      'sampleReached → preparing',
      'ready → analysing',
      'analysed → validating',
      'valid → communicating',
      'sent → acting',
      'planned → monitoring',
      'reviewDate → ended',
    ],
  });
});

test(`${rule.id} fails when the round ends all measuring, when a late task does, and when going on does`, () => {
  const once = edited('satisfaction', put('#acting/on/planned/0/target', '#ended'));
  const late = edited('satisfaction', put('#reviewing/after/reviewBy/0/target', '#ended'));
  const going = edited('satisfaction', put('#reviewing/on/goOn/0/target', '#ended'));
  for (const definition of [once, late, going]) expect(verdictOn(rule, definition)).toBe('fails');
});

test(`${rule.id} may fail when the day of the next round only counts under a condition`, () => {
  const measured = { type: 'if', params: { field: 'results', is: 'filled' } };
  const told = { actions: [{ type: 'letter', params: { letter: 'reviewDue' } }] };
  const definition = edited('satisfaction', put('#monitoring/after/reviewDate', [{ target: '#reviewing', guard: measured }, told]));
  expect(breach(rule, definition)).toMatchObject({
    verdict: 'possible',
    at: '/machine/states/watching/states/monitoring/after/reviewDate/1',
  });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
