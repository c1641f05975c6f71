import { expect, test } from '@jest/globals';
import { at, breach, type Draft, type Edit, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { misdirectedOnlyAtTheStart as rule } from './7.9-j.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when a late decision sends the case away as not ours`, () => {
  const definition = edited('complaint', put('#deciding/after/decideBy/0/target', '#redirected'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/states/verdict/states/deciding/after/decideBy/0',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decideBy → redirected',
    ],
  });
});

/** Whoever says that it is not ours hands it to a letter step; where the letter fails, somebody tells it. */
const byLetterStep =
  (...told: readonly string[]): Edit =>
  (draft) => {
    const letters: Draft = Object(at(draft, '#intake')).on.outOfScope[0].actions;
    put('#intake/on/outOfScope/0', { target: '#sayingNo' })(draft);
    put('/delays/sayBy', { title, days: 2 })(draft);
    put('/events/said', { label: title })(draft);
    const goesOn = (target: string): Draft => [{ target, ...(told.includes(target) && { actions: letters }) }];
    put('/machine/states/sayingNo', {
      id: 'sayingNo',
      meta: { title, owner: 'frontline' },
      invoke: {
        src: 'letter',
        input: { letter: 'redirection' },
        onDone: [{ target: '#redirected' }],
        onError: [{ target: '#sayingItAgain' }],
      },
      after: { sayBy: [{ target: '#sayingItAgain' }] },
    })(draft);
    put('/machine/states/sayingItAgain', {
      id: 'sayingItAgain',
      meta: { title },
      invoke: { src: 'task', input: { role: 'frontline' } },
      on: { said: goesOn('#redirected') },
      after: { sayBy: goesOn('#redirected') },
    })(draft);
  };
const title = { en: 'No', fa: 'نه', pl: 'Nie' };

test(`${rule.id} holds where a letter step tells it on the way, and somebody where the letter fails`, () => {
  expect(verdictOn(rule, edited('complaint', byLetterStep('#redirected')))).toBe('holds');
});

test(`${rule.id} fails where the letter step is passed over and nobody tells the reasons`, () => {
  expect(breach(rule, edited('complaint', byLetterStep()))).toMatchObject({
    verdict: 'fails',
    at: '/machine/states/sayingItAgain/on/said/0',
  });
});

test(`${rule.id} fails when a late decision says it by that letter step`, () => {
  const late = edited('complaint', (draft) => {
    byLetterStep('#redirected')(draft);
    put('#deciding/after/decideBy/0/target', '#sayingNo')(draft);
  });
  expect(breach(rule, late)).toMatchObject({ verdict: 'fails', at: '/machine/states/sayingNo/invoke/onDone/0' });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
