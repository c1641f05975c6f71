import { expect, test } from '@jest/globals';
import { cut, edited, put } from '../../../test/tools/rule-trial.ts';
import { iso10002 } from '../rules/iso-10002/pack.ts';
import { iso10003 } from '../rules/iso-10003/pack.ts';
import { check } from './check.ts';

const found = (definition: ReturnType<typeof edited>, id: string) => {
  const checked = check({ definition }, { packs: [iso10002, iso10003] }).find(({ rule }) => rule === id);
  return { verdict: checked?.verdict, severity: checked?.severity, holdsAsDrawn: checked?.holdsAsDrawn };
};
const mishap = { verdict: 'fails', severity: 'should', holdsAsDrawn: true };
const fault = { verdict: 'fails', severity: 'must', holdsAsDrawn: undefined };

test('a letter that comes back and is not sent again before the deadline is a mishap; going on without it is a fault', () => {
  expect(found(edited('complaint', cut('#acknowledging/invoke/onError/0/actions/1')), '10002/7.4-A')).toEqual(mishap);
  const onward = put('#acknowledging/invoke/onError', [{ target: '#assessing' }]);
  expect(found(edited('complaint', onward), '10002/7.4-A')).toEqual(fault);
});

test('a form that stays empty until the deadline is a mishap, one that files nothing is a fault', () => {
  expect(found(edited('external-dispute', cut('#referral/after/referBy/0/actions/2')), '10003/7.2-C')).toEqual(mishap);
  expect(found(edited('external-dispute', cut('/forms/referral/records')), '10003/7.2-C')).toEqual(fault);
});

test('a task that goes over to whoever reviews it later is a mishap, one that is his from the start is a fault', () => {
  const unnoticed = edited('starter', cut('#deciding/after/headTakesOver/0/actions/3'));
  expect(found(unnoticed, '10002/4.7-B')).toEqual({ ...mishap, verdict: 'possible' });
  expect(found(edited('starter', put('#deciding/invoke/input/role', 'topManagement')), '10002/4.7-B').severity).toBe('must');
});
