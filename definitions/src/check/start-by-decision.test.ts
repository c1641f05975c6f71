import { expect, test } from '@jest/globals';
import { breach, cut, edited, put } from '../../../test/tools/rule-trial.ts';
import { investigatedBeforeDecision as rule } from '../rules/iso-10002/7.6-a.ts';

test('where a decision chooses the first step, a run begins with the step that was chosen', () => {
  const definition = edited('starter', (draft) => {
    put('/machine/initial', 'gate')(draft);
    const guard = { type: 'if', params: { field: 'productOrService', is: 'filled' } };
    const always = [{ guard, target: '#deciding' }, { target: '#recording' }];
    put('/machine/states/gate', { id: 'gate', meta: { title: { en: 'Gate', fa: 'در', pl: 'Brama' } }, always })(draft);
    cut('#deciding/after/headTakesOver')(draft);
  });
  expect(breach(rule, definition)).toMatchObject({ verdict: 'possible', at: 'deciding', path: ['start → deciding'] });
});
