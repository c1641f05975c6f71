import { expect, test } from '@jest/globals';
import { at, breach, cut, type Draft, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { positionBeforeMethod as rule } from './7.4.2-b.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when a direct settlement that nobody signs leads straight to the advice`, () => {
  const definition = edited('external-dispute', put('#directSettlement/after/reflection/0/target', '#advisory'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'advisory',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'offerDirect → directSettlement',
      'reflection → advisory',
    ],
  });
});

test(`${rule.id} fails when the position is not ours`, () => {
  const definition = edited('external-dispute', put('#positioning/invoke/input/role', 'complainant'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'facilitation' });
});

test(`${rule.id} fails when mediation begins while we still think about our position`, () => {
  const definition = edited('external-dispute', (draft) => {
    const [position, mediation] = ['positioning', 'facilitation'].map((id) => at(draft, `#${id}`));
    cut('#opening/states/positioning')(draft);
    cut('#opening/states/facilitation')(draft);
    const stage = (id: string, initial: string, states: Draft) => ({ id, meta: { title: { en: id } }, initial, states });
    const states = {
      ours: stage('ours', 'positioning', {
        positioning: position ?? null,
        sent: { id: 'sent', type: 'final', meta: { title: { en: 'Sent' } } },
      }),
      theirs: stage('theirs', 'facilitation', { facilitation: mediation ?? null }),
    };
    put('#opening/states/atOnce', { id: 'atOnce', type: 'parallel', meta: { title: { en: 'At once' } }, states })(draft);
    for (const row of ['on/submit', 'after/positionBy'] as const) put(`#positioning/${row}/0/target`, '#sent')(draft);
    for (const row of [
      'evaluating/on/ready',
      'evaluating/after/evaluateBy',
      'directSettlement/on/notSigned',
      'directSettlement/after/reflection',
    ])
      put(`#${row}/0/target`, '#atOnce')(draft);
  });
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'facilitation' });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
