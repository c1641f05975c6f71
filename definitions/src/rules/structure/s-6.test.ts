import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { end, smallDefinition, steps } from '../../../../test/tools/small-definition.ts';
import { check } from '../../check/check.ts';
import { structure } from './pack.ts';
import { purposesAreFulfilled as rule } from './s-6.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when the acknowledgement no longer tells the number`, () => {
  const definition = edited('complaint', put('/letters/acknowledgement/blocks/1/tells', ['receipt']));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'acknowledging',
    path: ['start → intake', 'register → acknowledging'],
  });
});

test(`${rule.id} fails when whoever decided before is kept away from one review and may do the other`, () => {
  const definition = edited('escalation', put('#level3/invoke/input/excludes', ['subject', 'reviewer', 'investigator', 'processOwner']));
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'level3' });
});

test(`${rule.id} fails when whoever complains does the review`, () => {
  const definition = edited('escalation', (draft) => {
    put('#level2/invoke/input/role', 'complainant')(draft);
    const shown = ['description', 'outstandingIssues', 'outcomeSought', 'earlierDecision', 'earlierReasons', 'earlierFindings'];
    for (const field of shown) put(`/data/${field}/visibleTo`, ['complainant', 'escalationManager', 'reviewer', 'seniorManager'])(draft);
  });
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'level2' });
});

test(`${rule.id} fails when the letter about the closing goes out by one of two ways to the end`, () => {
  const definition = edited('starter', (draft) => {
    cut('#closing/entry')(draft);
    cut('#closing/after/closeBy/0/actions/1')(draft);
    put('#closing/on/close/0/actions', [{ type: 'letter', params: { letter: 'closure' } }])(draft);
  });
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'closing' });
});

test(`${rule.id} fails when the acknowledgement goes out by one of two ways into its step`, () => {
  const definition = edited('starter', (draft) => {
    cut('#examining/entry')(draft);
    put('#recording/on/recorded/0/actions', [{ type: 'letter', params: { letter: 'acknowledgement' } }])(draft);
  });
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', at: 'examining' });
});

test.each([
  ['starter', '/forms/decision/sections/0/fields/0/required', 'decision'],
  ['starter', '/forms/decision/sections/0/fields/1/required', 'reasons'],
  ['escalation', '/forms/review/sections/1/fields/4/required', 'reasons'],
] as const)(`${rule.id} fails when a decision may be taken without its words: %s %s`, (procedure, place, field) => {
  const [found] = check({ definition: edited(procedure, cut(place)) }, { packs: [structure] }).filter((each) => each.rule === rule.id);
  expect(found?.failures[0]?.facts.missing).toEqual([field]);
});

test(`${rule.id} still holds when a decision has no remedy in every case`, () => {
  expect(verdictOn(rule, edited('starter', cut('/forms/decision/sections/0/fields/2/required')))).toBe('holds');
});

test(`${rule.id} has nothing to say where no step says what it is for`, () => {
  expect(verdictOn(rule, smallDefinition({ initial: 'over', states: steps({ over: end() }) }))).toBe('vacuous');
});
