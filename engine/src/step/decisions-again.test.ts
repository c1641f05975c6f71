import { expect, test } from '@jest/globals';
import { compiledOf, PretendCase } from '../../../test/tools/pretend-case.ts';
import { sizeTable, smallDefinition, steps } from '../../../test/tools/small-definition.ts';

const ann = { person: 'ann', roles: ['clerk'] };
const guard = (params: object) => ({ type: 'if', params });
const set = (params: object) => [{ type: 'set', params }];
const deciding = (always: readonly object[], more: object = {}) =>
  new PretendCase(
    compiledOf(
      smallDefinition(
        { initial: 'rest', states: steps({ rest: { on: { go: [{ target: '#deciding' }] } }, deciding: { always, ...more }, done: {} }) },
        {
          events: { go: { label: { en: 'x' }, by: ['clerk'] } },
          decisions: sizeTable,
        },
      ),
    ),
  );

test('a decision that only writes a field is followed by the decision that this field allows', () => {
  const work = deciding([{ guard: guard({ field: 'amount', is: 'empty' }), actions: set({ amount: 3 }) }, { target: '#done' }]);
  expect(work.take('go', { by: ann }).trace.at(-1)?.transitions).toMatchObject([{ from: 'deciding', to: ['done'] }]);
  expect(work.state.snapshot).toMatchObject({ value: 'done', context: { amount: 3 } });
});

test('a decision may count until it is enough', () => {
  const work = deciding([
    { guard: guard({ feel: 'amount = null or amount < 5' }), actions: set({ amount: '= if amount = null then 1 else amount + 1' }) },
    { target: '#done' },
  ]);
  work.take('go', { by: ann });
  expect(work.state.snapshot).toMatchObject({ value: 'done', context: { amount: 5 } });
});

test('what a table has found is decided on at once', () => {
  const work = deciding([
    { guard: guard({ field: 'note', is: 'empty' }), actions: [{ type: 'decide', params: { decision: 'size' } }] },
    { target: '#done' },
  ]);
  work.take('go', { by: ann });
  expect(work.state.snapshot).toMatchObject({ value: 'done', context: { note: 'little' } });
});

test('a step that enters itself until it is used up goes on when it is', () => {
  const work = deciding([{ target: '#deciding', reenter: true }, { target: '#done' }], { meta: { maxVisits: 3 } });
  work.take('go', { by: ann });
  expect(work.state.snapshot).toMatchObject({ value: 'done', context: { _visits: { deciding: 3 } } });
});

test('a decision that writes the same again and again is an incident, as it never rests', () => {
  const work = deciding([{ actions: set({ amount: 1 }) }], { on: { go: [{ target: '#done' }] } });
  expect(work.send('go', { by: ann })).toMatchObject({ refusal: { code: 'step-failed', reason: 'loop' } });
});
