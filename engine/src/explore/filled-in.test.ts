import { expect, test } from '@jest/globals';
import { end, smallDefinition, steps } from '../../../test/tools/small-definition.ts';
import { explore } from './explore.ts';
import { broken, search } from './search.ts';

const guard = { type: 'if', params: { field: 'amount', is: 'filled' } };
const label = { en: 'x' };
const written = { fields: [{ field: 'amount', required: true }] };

/** A task whose form asks for an amount, a rest in which a note may be sent, and a decision by whether there is an amount. */
function comesToNone(line: object, more: { readonly go?: object; readonly rest?: object } = {}): boolean {
  const graph = explore({
    definition: smallDefinition(
      {
        initial: 'asking',
        states: steps({
          asking: { invoke: { src: 'task', input: { role: 'clerk', form: 'asked' } }, on: { go: [{ target: '#rest' }] } },
          rest: { on: { note: [{ actions: [] }], on: [{ target: '#deciding' }] }, ...more.rest },
          deciding: { always: [{ guard, target: '#some' }, { target: '#none' }] },
          some: end(),
          none: end(),
        }),
      },
      {
        events: { go: { label, ...more.go }, note: { label, by: ['clerk'] }, on: { label, by: ['clerk'] } },
        forms: { asked: { title: label, sections: [{ fields: [line] }] }, again: { title: label, sections: [written] } },
      },
    ),
  });
  const none = search(graph, { states: 1, sees: (_, each) => (each.is === 'entered' && each.state === 'none' ? broken : 0) }, 1);
  return none.breaks.length > 0;
}

test('what the form of a task requires is filled in from then on, whatever else is sent that asks nothing', () => {
  expect(comesToNone({ field: 'amount', required: true })).toBe(false);
});

test('what may be left empty is not', () => {
  expect(comesToNone({ field: 'amount' })).toBe(true);
  expect(comesToNone({ field: 'amount', required: true, when: { field: 'note', is: 'filled' } })).toBe(true);
  expect(comesToNone({ field: 'amount', required: true, readOnly: true })).toBe(true);
});

test('whoever sends the event without doing the task fills in nothing', () => {
  expect(comesToNone({ field: 'amount', required: true }, { go: { by: ['clerk'] } })).toBe(true);
});

test('a form that requires it again does not empty it, one that lets it be left empty may', () => {
  const again = (form: string) => ({ invoke: { src: 'task', input: { role: 'clerk', form } } });
  expect(comesToNone({ field: 'amount', required: true }, { rest: again('again') })).toBe(false);
  expect(comesToNone({ field: 'amount', required: true }, { rest: { exit: [{ type: 'set', params: { amount: null } }] } })).toBe(true);
});
