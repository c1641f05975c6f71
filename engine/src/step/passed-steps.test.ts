import { expect, test } from '@jest/globals';
import { compiledOf, PretendCase } from '../../../test/tools/pretend-case.ts';
import { smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';

const ann = { person: 'ann', roles: ['clerk'] };
const go = { label: { en: 'x' }, by: ['clerk'] };
const onward = [{ target: '#rest' }];

/** Entering `both` enters a working step on one track, while the other track leads away at once: nobody ever was at that step. */
const passing = (invoke: object) =>
  new PretendCase(
    compiledOf(
      smallDefinition(
        {
          initial: 'rest',
          states: steps({
            rest: { on: { go: [{ target: '#both' }] } },
            both: { type: 'parallel', states: { working: { invoke }, leaving: { always: onward } } },
          }),
        },
        { events: { go }, services: { any: { title: { en: 'x' }, connector: 'a', operation: 'b' } } },
      ),
    ),
  );

test.each([
  ['a task', task()],
  ['a letter', { src: 'letter', input: { letter: 'told' }, onDone: onward, onError: onward }],
  ['a service', { src: 'service', input: { service: 'any' }, onDone: onward, onError: onward }],
  ['a sub-procedure', { src: 'case', input: { definition: 'other' }, onDone: onward }],
])('%s of a step that is left in the very step that entered it never begins', (_, invoke) => {
  const work = passing(invoke);
  expect(work.take('go', { by: ann }).effects).toEqual([]);
  expect(work.state).toMatchObject({ tasks: [], snapshot: { value: 'rest', children: {} } });
});

test('a step that is entered, left and entered again at once begins its sub-procedure once', () => {
  const work = new PretendCase(
    compiledOf(
      smallDefinition(
        {
          initial: 'rest',
          states: steps({
            rest: { on: { go: [{ target: '#both' }] } },
            both: {
              type: 'parallel',
              states: {
                working: { invoke: { src: 'case', input: { definition: 'other', data: { amount: '= amount' } }, onDone: onward } },
                track: {
                  initial: 'turning',
                  states: {
                    turning: {
                      on: { go: onward },
                      always: [
                        {
                          target: '#both',
                          reenter: true,
                          guard: { type: 'if', params: { field: 'amount', is: 'empty' } },
                          actions: [{ type: 'set', params: { amount: 1 } }],
                        },
                      ],
                    },
                  },
                },
              },
            },
          }),
        },
        { events: { go } },
      ),
    ),
  );
  const { effects } = work.take('go', { by: ann });
  expect(effects.map(({ kind }) => kind)).toEqual(['case.start']);
  expect(effects).toMatchObject([{ step: 'working', instance: 'working:2', data: { amount: 1 } }]);
});
