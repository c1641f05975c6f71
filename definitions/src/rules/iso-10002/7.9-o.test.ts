import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { theComplainantHasASay as rule } from './7.9-o.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the reply is followed by the survey at once`, () => {
  const definition = edited('complaint', put('#responding/invoke/onDone/0/target', '#surveying'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'closedResolved',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decide → responding',
      'done → surveying',
      'answered → closing',
      'close → closedResolved',
    ],
  });
});

test(`${rule.id} holds where the complainant goes outside while the letter is under way, not where staff send the case there`, () => {
  const going = (by: string) =>
    edited('complaint', put('#responding/on', { goExternal: [{ target: '#externalOffer', meta: { by: [by] } }] }));
  expect(verdictOn(rule, going('complainant'))).toBe('holds');
  expect(breach(rule, going('handler'))).toMatchObject({ verdict: 'fails', at: 'closedUnresolved' });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
