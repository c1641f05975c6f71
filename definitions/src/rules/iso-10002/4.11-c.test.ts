import { expect, test } from '@jest/globals';
import { breach, cut, edited, put, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { end, smallDefinition, steps } from '../../../../test/tools/small-definition.ts';
import { withdrawingEndsTheCase as rule } from './4.11-c.ts';

test(`${rule.id} holds for the complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('holds');
});

test(`${rule.id} fails when withdrawing leads to the closing as unresolved`, () => {
  const definition = edited('complaint', put('/machine/on/withdraw/0/target', '#closingUnresolved'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: '/machine/on/withdraw/0',
    path: ['start → intake', 'withdraw → closingUnresolved'],
  });
});

test.each(['reviewing', 'external'])(`${rule.id} fails when a withdrawal in the procedure behind “%s” goes on as no agreement`, (step) => {
  expect(breach(rule, edited('complaint', cut(`#${step}/invoke/onDone/1`)))).toMatchObject({
    verdict: 'fails',
    at: expect.stringMatching(/\/invoke\/onDone\/1$/),
  });
});

test(`${rule.id} fails when one of two tracks answers the withdrawal, and the case goes on in the other`, () => {
  const meta = { title: { en: 'Aside' }, owner: 'coordinator' };
  const track = (id: string) => ({
    id,
    meta,
    initial: `${id}In`,
    states: {
      [`${id}In`]: { id: `${id}In`, meta, on: { kept: [{ target: `#${id}Over` }] } },
      [`${id}Over`]: { id: `${id}Over`, type: 'final', meta },
    },
  });
  const definition = edited('external-dispute', (draft) => {
    put('/events/kept', { label: { en: 'Kept' }, by: ['coordinator'] })(draft);
    put('#opening/states/aside', {
      id: 'aside',
      type: 'parallel',
      meta,
      onDone: [{ target: '#evaluating' }],
      states: { one: track('one'), two: track('two') },
    })(draft);
    put('#oneIn/on/withdraw', [{ actions: [{ type: 'letter', params: { letter: 'note' } }] }])(draft);
    put('#noticeReceived/on/logged/0/target', '#aside')(draft);
  });
  expect(breach(rule, definition)).toMatchObject({ verdict: 'fails', path: expect.arrayContaining(['logged → oneIn']) });
});

test(`${rule.id} does not concern a general procedure`, () => {
  expect(verdictOn(rule, smallDefinition({ initial: 'over', states: steps({ over: end() }) }))).toBe('not concerned');
});
