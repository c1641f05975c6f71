import { expect, test } from '@jest/globals';
import { end, smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';
import { endedByClocks } from './ended-by-clocks.ts';
import { explore } from './explore.ts';

const clock = { title: { en: 'Limit' }, kind: 'service', limit: 'week', starts: ['stage:receipt'], stops: ['stage:closure'] };
const away = [{ target: '#over' }];

/** Two steps after each other; on the clock's end these have a way. */
function ended(more: { clock?: object; first?: object; second?: object; root?: object }): readonly string[] {
  const definition = smallDefinition(
    {
      initial: 'first',
      ...(more.root && { on: { 'clock.limit.due': more.root } }),
      states: steps({
        first: {
          tags: ['stage:receipt'],
          invoke: task(),
          on: { go: [{ target: '#second' }], ...(more.first && { 'clock.limit.due': more.first }) },
        },
        second: { invoke: task(), on: { go: away, ...(more.second && { 'clock.limit.due': more.second }) } },
        over: end(),
      }),
    },
    {
      events: { go: { label: { en: 'Go' } } },
      delays: { week: { title: { en: 'Week' }, days: 7 } },
      clocks: { limit: { ...clock, stops: ['mark:never'], ...more.clock } },
    },
  );
  return [...endedByClocks(explore({ definition }))];
}

test('a clock that leads away ends every step in which it is heard', () => {
  expect(ended({ first: away, second: away })).toEqual(['first', 'second']);
  expect(ended({ root: away })).toEqual(['first', 'second']);
});

test('one that may have run out unheard ends nothing afterwards', () => {
  expect(ended({ second: away })).toEqual([]);
});

test('one that was heard before and led nowhere may be over', () => {
  const note = [{ actions: [{ type: 'letter', params: { letter: 'told' } }] }];
  expect(ended({ first: note, second: away })).toEqual([]);
});

test('one that waits for an answer, rests or can be extended is not relied upon', () => {
  const asked = [{ ...away[0], guard: { type: 'if', params: { field: 'amount', is: '>', value: 1 } } }];
  expect(ended({ first: asked, second: away })).toEqual([]);
  expect(ended({ root: away, clock: { pausesIn: ['stage:receipt'] } })).toEqual([]);
  expect(ended({ root: away, clock: { extension: { limit: 'week', times: 1, letter: 'told' } } })).toEqual([]);
});
