import { expect, test } from '@jest/globals';
import { breach, edited, put, rename, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { responsibilityIsShared as rule } from './5.4-a.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when top management has no role: it is another one, of another competence`, () => {
  const definition = edited('complaint', (draft) => {
    rename('topManagement', 'board')(draft);
    put('/roles/board/competence', ['courtesy'])(draft);
  });
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/roles',
    path: [],
  });
});

test(`${rule.id} fails when what calls itself top management is somebody of the outside body`, () => {
  expect(breach(rule, edited('complaint', put('/roles/topManagement/party', 'provider')))).toMatchObject({
    verdict: 'fails',
    at: '/roles',
  });
});

test(`${rule.id} does not concern a dispute`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('not concerned');
});
