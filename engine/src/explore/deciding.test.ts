import { expect, test } from '@jest/globals';
import { compiledOf } from '../../../test/tools/pretend-case.ts';
import { sizeTable, smallDefinition, steps } from '../../../test/tools/small-definition.ts';
import { explore } from './explore.ts';
import type { Graph } from './graph.ts';

const guard = (params: object) => ({ type: 'if', params });
const set = (params: object) => [{ type: 'set', params }];
const deciding = (always: readonly object[], more: object = {}): Graph =>
  explore(
    compiledOf(
      smallDefinition(
        {
          initial: 'rest',
          states: steps({ rest: { on: { go: [{ target: '#deciding' }] } }, deciding: { always, ...more }, other: {}, done: {} }),
        },
        { events: { go: { label: { en: 'x' }, by: ['clerk'] } }, decisions: sizeTable },
      ),
    ),
  );
/** Where a case may rest after `go`. */
const rests = ({ nodes }: Graph): readonly (readonly string[])[] => {
  const found = (nodes[0]?.edges ?? []).map(({ to }) => (nodes[to]?.leaves ?? []).join());
  return [...new Set(found)].sort().map((leaves) => leaves.split(','));
};

test('a decision that only writes a field is asked again, and what it wrote is known', () => {
  const graph = deciding([{ guard: guard({ field: 'amount', is: 'empty' }), actions: set({ amount: 3 }) }, { target: '#done' }]);
  expect(graph.bound).toBeUndefined();
  expect(rests(graph)).toEqual([['done']]);
});

test('a table fills what its rows say: that its field is filled is known, which of them is not', () => {
  const decide = [{ type: 'decide', params: { decision: 'size' } }];
  const graph = deciding([
    { guard: guard({ field: 'note', is: 'empty' }), actions: decide },
    { guard: guard({ field: 'note', is: '=', value: 'big' }), target: '#done' },
    { guard: guard({ field: 'note', is: '=', value: 'middling' }), target: '#rest' },
    { target: '#other' },
  ]);
  expect(graph.bound).toBeUndefined();
  // `rest` is reached where somebody had filled the field before, never by the table.
  expect(rests(graph)).toEqual([['done'], ['other'], ['rest']]);
  const decided = graph.nodes[0]?.edges.filter(({ occurrences }) =>
    occurrences.some((each) => each.is === 'taken' && each.row.endsWith('always/0')),
  );
  expect(decided?.map(({ to }) => graph.nodes[to]?.leaves.join()).sort()).toEqual(['done', 'other']);
});

test('counting by a formula has no end that can be seen: the graph says so', () => {
  const more = set({ amount: '= if amount = null then 1 else amount + 1' });
  expect(deciding([{ guard: guard({ feel: 'amount = null or amount < 5' }), actions: more }, { target: '#done' }]).bound).toBe('answers');
});

test('a step that enters itself until it is used up goes on when it is', () => {
  const graph = deciding([{ target: '#deciding', reenter: true }, { target: '#done' }], { meta: { maxVisits: 3 } });
  expect(graph.bound).toBeUndefined();
  expect(rests(graph)).toEqual([['done']]);
});
