import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { everyCaseCanEnd as rule } from './s-1.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when nothing leads on from the closing any more, though the complainant could still withdraw`, () => {
  const definition = edited(
    'complaint',
    put('/machine/states/ending/states/closing', {
      id: 'closing',
      tags: ['stage:closure'],
      meta: { title: { en: 'Closing', fa: 'بستن', pl: 'Zamknięcie' } },
    }),
  );
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

test(`${rule.id} still holds when a deadline is taken away and a person remains who leads on`, () => {
  expect(verdictOn(rule, edited('complaint', cut('#closing/after')))).toBe('holds');
});
