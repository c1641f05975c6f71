import { expect, test } from '@jest/globals';
import { end, smallDefinition, steps } from '../../../test/tools/small-definition.ts';
import { explore } from './explore.ts';

const away = [{ target: '#over' }];
const note = [{ actions: [{ type: 'record', params: { record: 'note' } }] }];

/** A step whose letter leads away, and a deadline that does so as well. */
const graph = explore({
  definition: smallDefinition(
    {
      initial: 'telling',
      states: steps({
        telling: { invoke: { src: 'letter', input: { letter: 'told' }, onDone: away, onError: note }, after: { soon: away } },
        over: end(),
      }),
    },
    { delays: { soon: { title: { en: 'Soon' }, hours: 1 } } },
  ),
});

test('a letter is out where its step is left, unless it failed and nobody sent it after all', () => {
  const [first, failed] = graph.nodes.filter(({ leaves }) => leaves.includes('telling'));
  const outcomes = (node = first) =>
    node?.edges.map(({ trigger, occurrences }) => [trigger.kind, occurrences.some(({ is }) => is === 'sent')]).sort();
  expect(outcomes()).toEqual([
    ['done', true],
    ['failed', false],
    ['timer', true],
  ]);
  expect(outcomes(failed)).toEqual([
    ['done', true],
    ['timer', false],
  ]);
});
