import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { onlyValidatedResultsAreTold as rule } from './7.4-d.ts';

test(`${rule.id} holds for the satisfaction procedure`, () => {
  expect(verdictOn(rule, 'satisfaction')).toBe('holds');
});

test(`${rule.id} fails when the analysis leads straight to the telling`, () => {
  const definition = edited('satisfaction', put('#analysing/on/analysed/0/target', '#communicating'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'communicating',
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
      'analysed → communicating',
    ],
  });
});

test(`${rule.id} fails when a second analysis is told unvalidated, and when what is told was never analysed`, () => {
  const second = edited('satisfaction', put('#reanalysing/on/analysed/0/target', '#communicating'));
  const none = edited('satisfaction', put('#preparing/on/ready/0/target', '#validating'));
  for (const definition of [second, none]) expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'communicating' });
});

test(`${rule.id} fails when the next round tells what was validated in the one before`, () => {
  const definition = edited('satisfaction', put('#reviewing/on/goOn/0/target', '#communicating'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'communicating' });
});

test(`${rule.id} does not concern a complaint`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
