import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { resultsReachThoseWhoCanAct as rule } from './7.5-a.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when valid results lead to action before anybody is told`, () => {
  const definition = edited('satisfaction', put('#validating/on/valid/0/target', '#acting'));
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
      'valid → acting',
      'planned → monitoring',
    ],
  });
});

test(`${rule.id} fails when what customers answered is put away`, () => {
  const definition = edited('satisfaction', put('#collecting/on/sampleReached/0/target', '#acting'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'monitoring' });
});

/** A round that somebody, or time, can abandon in a step. */
const abandoned = (step: string, by: 'on' | 'after') =>
  edited('satisfaction', (draft) => {
    put('/machine/states/abandoned', {
      id: 'abandoned',
      type: 'final',
      tags: ['outcome:abandoned'],
      meta: { title: { en: 'Given up', fa: 'رها', pl: 'Porzucono' } },
    })(draft);
    put('/events/abandon', { label: { en: 'Give up', fa: 'رها کن', pl: 'Porzuć' }, by: ['surveyOwner'] })(draft);
    put(by === 'on' ? `#${step}/on/abandon` : `#${step}/after/collectBy`, [{ target: '#abandoned' }])(draft);
  });

test(`${rule.id} holds where a round is abandoned by somebody before it was analysed`, () => {
  expect(verdictOn(rule, abandoned('collecting', 'on'))).toBe('holds');
});

test(`${rule.id} fails where a round is abandoned after it was analysed, or because nobody did anything`, () => {
  expect(breach(rule, abandoned('validating', 'on'))).toMatchObject({ verdict: 'fails', at: 'abandoned' });
  expect(breach(rule, abandoned('collecting', 'after'))).toMatchObject({ verdict: 'fails' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
