import { describe, expect, test } from '@jest/globals';
import { cut, edited, put } from '../../../test/tools/rule-trial.ts';
import { iso10002 } from '../rules/iso-10002/pack.ts';
import { iso10003 } from '../rules/iso-10003/pack.ts';
import { check } from './check.ts';
import { type ContractOf, contractOf } from './contracts.ts';

const found = (definition: ReturnType<typeof edited>, id: string, contractOf?: ContractOf) => {
  const checked = check({ definition }, { packs: [iso10002, iso10003], ...(contractOf && { contractOf }) }).find(({ rule }) => rule === id);
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

describe('what a sub-procedure told counts for whoever started it', () => {
  const endedByTheReview = edited('complaint', put('#implementing/after/remedyBy', [{ target: '#closedUnresolved' }]));
  const knowing = (escalation: ReturnType<typeof edited>): ContractOf => {
    const contract = contractOf({ definition: escalation });
    return (id) => (id === 'escalation' ? contract : undefined);
  };
  const route = '10002/7.9-A';

  test('a letter of its own that comes back is a mishap there too', () => {
    const notSentAgain = edited('escalation', (draft) => {
      cut('#l2Response/invoke/onError/0/actions/1')(draft);
      cut('#l3Response/invoke/onError/0/actions/1')(draft);
    });
    expect(found(endedByTheReview, route, knowing(notSentAgain))).toEqual(mishap);
  });

  test('one that says nothing of it is a fault', () => {
    const silent = edited('escalation', put('#l2Response/invoke/input/letter', 'progress'));
    expect(found(endedByTheReview, route, knowing(silent)).severity).toBe('must');
  });
});

test('what breaks with and without a mishap is told without one, though that story is longer', () => {
  const again = cut('#acknowledging/invoke/onError/0/actions/1');
  const waits = ['one', 'two', 'three', 'four'];
  const around = edited('complaint', (draft) => {
    again(draft);
    put('#intake/on/register/0/target', '#one')(draft);
    for (const [index, id] of waits.entries()) {
      const meta = { title: { en: id, fa: id, pl: id }, owner: 'handler' };
      put(`/machine/states/reception/states/${id}`, {
        id,
        meta,
        after: { registerBy: [{ target: `#${waits[index + 1] ?? 'assessing'}` }] },
      })(draft);
    }
  });
  const kindsTold = (definition: ReturnType<typeof edited>) =>
    check({ definition }, { packs: [iso10002] })
      .find(({ rule }) => rule === '10002/7.4-A')
      ?.failures.flatMap(({ path }) => path.map(({ kind }) => kind));
  expect(kindsTold(edited('complaint', again))).toContain('failed');
  expect(kindsTold(around)).toContain('timer');
  expect(kindsTold(around)).not.toContain('failed');
});
