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

test('a failure that no row takes, because the step it leads to was visited too often, leads nowhere', () => {
  const { nodes } = explore({
    definition: smallDefinition(
      {
        initial: 'once',
        states: steps({
          once: { meta: { title: { en: 'Once' }, maxVisits: 1 }, on: { go: [{ target: '#telling' }] } },
          telling: { invoke: { src: 'letter', input: { letter: 'told' }, onDone: away, onError: [{ target: '#once' }] } },
          over: end(),
        }),
      },
      {},
    ),
  });
  const telling = nodes.find(({ leaves }) => leaves.includes('telling'));
  expect(telling?.edges.map(({ trigger }) => trigger.kind)).toEqual(['done']);
});
