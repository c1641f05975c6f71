import { expect, test } from '@jest/globals';
import { at, breach, cut, type Draft, edited, join, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { reviewByAFreshEye as rule } from './4.7-b.ts';

test(`${rule.id} holds for the complaint procedures`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
  expect(verdictOn(rule, 'starter')).toBe('holds');
});

test(`${rule.id} fails when whoever decided may review`, () => {
  const definition = edited('complaint', cut('#reviewing/invoke/input/excludes/1'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'reviewing',
    path: [
      'start → intake',
      'register → acknowledging',
      'acknowledgeBy → assessing',
      'assessBy → investigating',
      'findingsReady → deciding',
      'decide → responding',
      'sendBy → awaitingComplainant',
      'reject → reviewing',
    ],
  });
});

test(`${rule.id} fails when whoever took the decision over may review it`, () => {
  const definition = edited('starter', cut('#awaitingAnswer/on/reject/0/guard'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'reviewing',
    path: [
      'start → recording',
      'recorded → examining',
      'examined → deciding',
      'headTakesOver → deciding',
      'decide → awaitingAnswer',
      'reject → reviewing',
    ],
  });
});

test(`${rule.id} fails when whoever reviewed before may press the button of the last level, which excludes him from its task only`, () => {
  const definition = edited('escalation', put('#level3/on/decide/0/meta', { by: ['seniorManager', 'reviewer'] }));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'level3' });
  expect(breach(rule, definition).path.at(-1)).toBe('decide → l3Response');
});

test(`${rule.id} fails when a second review is started that knows nothing of who did the first`, () => {
  const appeal = (draft: Draft): void => {
    const reviewing = JSON.parse(JSON.stringify(at(draft, '#reviewing')).replaceAll('"reviewing"', '"appeal"'));
    delete reviewing.meta.maxVisits;
    put('#review/states/appeal', reviewing)(draft);
    put('#reviewing/invoke/onDone/2/target', '#appeal')(draft);
  };
  expect(breach(rule, edited('complaint', appeal))).toMatchObject({ verdict: 'fails', at: 'appeal' });
  const known = edited('complaint', (draft) => {
    appeal(draft);
    for (const role of ['reviewer', 'seniorManager']) {
      put(`/roles/${role}`, { title: { en: role }, party: 'organisation', competence: ['review'] })(draft);
      join('#appeal/invoke/input/excludes', role)(draft);
    }
  });
  expect(verdictOn(rule, known)).toBe('holds');
});

test(`${rule.id} fails when the same person may look again after a second no, and holds where whoever did is kept away`, () => {
  const twice = (draft: Draft): void => {
    put('#reviewing/meta/maxVisits', 2)(draft);
    put('#reviewing/on/reviewed/0/target', '#awaitingAnswer')(draft);
  };
  const again = breach(rule, edited('starter', twice));
  expect(again).toMatchObject({ verdict: 'possible', at: 'reviewing' });
  expect(again.path.slice(-3)).toEqual(['reject → reviewing', 'reviewed → awaitingAnswer', 'reject → reviewing']);
  const fresh = edited('starter', (draft) => {
    twice(draft);
    join('#reviewing/invoke/input/excludes', 'topManagement')(draft);
  });
  expect(verdictOn(rule, fresh)).toBe('holds');
});

test(`${rule.id} holds where a review asks for more and goes on`, () => {
  const definition = edited('starter', (draft) => {
    put('#reviewing/meta/maxVisits', 3)(draft);
    put('/events/askMore', { label: { en: 'Ask', fa: 'بپرس', pl: 'Zapytaj' } })(draft);
    put('#reviewing/on/askMore', [{ target: '#reviewing', reenter: true }, { target: '#externalOffer' }])(draft);
  });
  expect(verdictOn(rule, definition)).toBe('holds');
});

test(`${rule.id} holds where one level is drawn as two steps of the same role`, () => {
  const definition = edited('escalation', (draft) => {
    const reading = JSON.parse(JSON.stringify(at(draft, '#level2')).replaceAll('"level2"', '"reading"'));
    put('#secondLevel/states/reading', { ...reading, on: { assign: [{ target: '#level2' }] } })(draft);
    put('#requested/on/assign/0/target', '#reading')(draft);
  });
  expect(verdictOn(rule, definition)).toBe('holds');
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
