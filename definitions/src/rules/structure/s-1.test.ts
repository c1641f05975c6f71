import { expect, test } from '@jest/globals';
import { breach, cut, type Draft, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { check } from '../../check/check.ts';
import { structure } from './pack.ts';
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
    at: 'closing',
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
      'answered → closing',
    ],
  });
});

test(`${rule.id} names each of several steps that nothing leads on from, and those that only lead to each other once`, () => {
  const definition = edited('starter', (draft) => {
    for (const step of ['closing', 'closingUnresolved']) cut(`#${step}/after`)(draft);
    for (const step of ['closing', 'closingUnresolved']) cut(`#${step}/on`)(draft);
    put('#surveying/on/answered/0/target', '#implementing')(draft);
    put('#surveying/after/surveyOpen/0/target', '#implementing')(draft);
    put('#implementing/after/remedyBy', [{ target: '#surveying' }])(draft);
    cut('#implementing/meta/maxVisits')(draft);
  });
  const [found] = check({ definition }, { packs: [structure] }).filter((each) => each.rule === rule.id);
  expect(found?.failures.map(({ element }) => element)).toEqual(['implementing', 'closingUnresolved']);
});

test(`${rule.id} fails where a wait would only lead on under a condition that never holds`, () => {
  const waiting = (least: number) =>
    edited('complaint', (draft) => {
      const severity = (is: string, value: number): Draft => ({ field: 'severity', is, value });
      const onlyIf = { type: 'if', params: { all: [severity('>=', least), severity('<', 2)] } };
      put('/delays/resting', { title: { en: 'Rest', fa: 'درنگ', pl: 'Przerwa' }, hours: 1 })(draft);
      put('#reception/states/resting', {
        id: 'resting',
        meta: { title: { en: 'Resting', fa: 'درنگ', pl: 'Przerwa' } },
        after: { resting: [{ target: '#assessing', guard: onlyIf }, {}] },
      })(draft);
      put('#acknowledging/after/acknowledgeBy/0/target', '#resting')(draft);
    });
  expect(breach(rule, waiting(4))).toEqual({
    verdict: 'fails',
    at: 'resting',
    path: ['start → intake', 'register → acknowledging', 'acknowledgeBy → resting'],
  });
  expect(verdictOn(rule, waiting(1))).toBe('holds');
});

test(`${rule.id} still holds when a deadline is taken away and a person remains who leads on`, () => {
  expect(verdictOn(rule, edited('complaint', cut('#closing/after')))).toBe('holds');
});
