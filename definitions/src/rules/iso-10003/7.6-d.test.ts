import { expect, test } from '@jest/globals';
import { breach, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { nothingIsImposed as rule } from './7.6-d.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when a refused decision is carried out`, () => {
  const definition = edited('external-dispute', put('#determinativeOffer/on/decline/0/target', '#implementing'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'implementing',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'ready → positioning',
      'submit → facilitation',
      'noSettlement → advisory',
      'adviseBy → determinativeOffer',
      'decline → implementing',
    ],
  });
});

test(`${rule.id} fails when a decision that was set aside is carried out`, () => {
  const definition = edited('external-dispute', put('#awardReview/on/setAside/0/target', '#implementing'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'implementing' });
  expect(breach(rule, definition).path.slice(-2)).toEqual(['seekReview → awardReview', 'setAside → implementing']);
});

test(`${rule.id} fails when we sign in the place of whoever complained`, () => {
  const definition = edited('external-dispute', put('#directSettlement/invoke/input/role', 'coordinator'));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'implementing' });
});

test(`${rule.id} holds where both sign one after the other, we last`, () => {
  const definition = edited('external-dispute', (draft) => {
    put('/events/countersigned', { label: { en: 'We sign' }, act: 'signed' })(draft);
    put('#opening/states/countersign', {
      id: 'countersign',
      tags: ['stage:settlement'],
      meta: { title: { en: 'We sign' } },
      invoke: { src: 'task', input: { role: 'authorisedNegotiator', form: 'settlement' } },
      on: { countersigned: [{ target: '#implementing', meta: { consent: ['organisation'] } }] },
      after: { evaluateBy: [{ target: '#advisory' }] },
    })(draft);
    put('#settlement/on/signed/0', { target: '#countersign', meta: { act: 'x-signed-first', consent: ['complainant'] } })(draft);
  });
  expect(verdictOn(rule, definition)).toBe('holds');
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
