import { expect, test } from '@jest/globals';
import { smallDefinition, steps } from '../../../test/tools/small-definition.ts';
import type { Condition } from '../definition/definition.ts';
import { isAskedOnlyForNull } from './asked-for-null.ts';
import { constantIn } from './just-written.ts';

const start = { form: 'amount', by: ['clerk'] };
const isTried = (condition: Condition, actions: readonly object[] = [], more: object = { start }): boolean =>
  isAskedOnlyForNull('note', condition, smallDefinition({ initial: 'rest', states: steps({ rest: { entry: actions } }) }, { ...more }));

test('a formula that compares a field with null alone', () => {
  for (const feel of ['note != null', 'null = note', 'not(note = null) and amount > 3']) expect(isTried({ feel })).toBe(true);
  expect(isTried({ all: [{ feel: 'note != null' }, { field: 'note', is: '=', value: 'x' }] })).toBe(true);
});

test('a formula that looks at what is in it', () => {
  for (const feel of ['note = "x"', 'note != null and string length(note) > 3', 'note > null', '[note] = null', 'note = '])
    expect(isTried({ feel })).toBe(false);
  expect(isTried({ any: [{ feel: 'note != null' }, { field: 'note', is: '=', as: 'amount' }] })).toBe(false);
});

test('what an action computes, or a parent hands over, may be empty and not null', () => {
  const set = (note: string | null) => [{ type: 'set', params: { note } }];
  expect(isTried({ feel: 'note != null' }, set('= upper case("")'))).toBe(false);
  expect(isTried({ feel: 'note != null' }, set(''))).toBe(false);
  expect(isTried({ feel: 'note != null' }, set(null))).toBe(true);
  expect(isTried({ feel: 'note != null' }, [], {})).toBe(false);
});

test('a constant is one whether it is written as a value or as a formula', () => {
  expect([true, null, 3, 'x', '= true', '= null', '= -1.5', '= "x y"'].map(constantIn)).toEqual([
    true,
    null,
    3,
    'x',
    true,
    null,
    -1.5,
    'x y',
  ]);
  for (const open of ['= note', '= 1 + 1', '= "a" + "b"', '= "\\n"', ['x']]) expect(constantIn(open)).toBeUndefined();
});
