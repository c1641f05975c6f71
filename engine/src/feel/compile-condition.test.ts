import { expect, test } from '@jest/globals';
import type { Condition, Definition } from '../definition/definition.ts';
import type { JsonObject } from '../json.ts';
import { compileCondition } from './compile-condition.ts';

const definition = { data: { severity: {}, decision: {}, refs: {}, wish: {}, constructor: {} }, clocks: {} } as unknown as Definition;

function holds(condition: Condition, fields: JsonObject, more: { readonly active?: string; readonly outcome?: string } = {}): unknown {
  const outcome = compileCondition(
    condition,
    definition,
  )({
    fields,
    case: {},
    event: {},
    result: more.outcome === undefined ? null : { outcome: more.outcome },
    clock: {},
    step: {},
    at: '2026-03-02T09:00:00.000Z',
    isIn: (id) => id === more.active,
  });
  return outcome.ok ? outcome.value : outcome.refusal.reason;
}

test.each([
  ['=', 3, 3, true],
  ['=', 3, '3', false],
  ['!=', 3, 4, true],
  ['<', 3, 4, true],
  ['<=', 4, 4, true],
  ['>', 'b', 'a', true],
  ['>', '2026-03-02', '2026-03-01', true],
  ['>=', 3, '1', false],
  ['<', true, false, false],
  ['in', 'b', ['a', 'b'], true],
  ['in', 'b', 'abc', false],
  ['contains', ['a', 'b'], 'b', true],
  ['contains', 'parcel late', 'late', true],
  ['contains', 3, 3, false],
  ['=', ['a', { b: 1 }], ['a', { b: 1 }], true],
  ['=', { b: 1 }, ['b'], false],
  ['=', 'constructor', 'constructor', true],
] as const)('the value %s %j against %j', (is, value, against, expected) => {
  expect(holds({ field: 'wish', is, value: against }, { wish: value })).toBe(expected);
});

test('an empty field makes every comparison false, “is not” too; only “empty” and “filled” ask for it', () => {
  for (const empty of [{}, { severity: null }, { severity: ' ' }, { severity: [] }]) {
    for (const is of ['=', '!=', '<', '<=', '>', '>=', 'in', 'contains'] as const)
      expect(holds({ field: 'severity', is, value: 3 }, empty)).toBe(false);
    expect(holds({ field: 'severity', is: 'empty' }, empty)).toBe(true);
    expect(holds({ field: 'severity', is: 'filled' }, empty)).toBe(false);
  }
  expect(holds({ field: 'severity', is: 'filled' }, { severity: 0 })).toBe(true);
  expect(holds({ field: 'severity', is: 'filled' }, { severity: false })).toBe(true);
  expect(holds({ field: 'constructor', is: 'filled' }, {})).toBe(false);
  expect(holds({ field: 'decision', is: '!=', as: 'wish' }, { decision: 'upheld' })).toBe(false);
});

test('fields are compared with each other, and with what FEEL computes', () => {
  expect(holds({ field: 'decision', is: '=', as: 'wish' }, { decision: 'a', wish: 'a' })).toBe(true);
  expect(holds({ field: 'severity', is: '>', value: '= 1 + 1' }, { severity: 3 })).toBe(true);
  expect(holds({ field: 'severity', is: '>', value: '= wish + 1' }, { severity: 3 })).toBe('feel-warning');
});

test('all stops at the first false, any at the first true, and a failure before that is the answer', () => {
  const broken = { feel: 'wish + 1 > 2' };
  const isTrue = { field: 'severity', is: '=', value: 3 } as const;
  const isFalse = { field: 'severity', is: '=', value: 4 } as const;
  expect(holds({ all: [isTrue, isFalse, broken] }, { severity: 3 })).toBe(false);
  expect(holds({ all: [isTrue, broken] }, { severity: 3 })).toBe('feel-warning');
  expect(holds({ any: [isFalse, isTrue, broken] }, { severity: 3 })).toBe(true);
  expect(holds({ any: [isFalse, broken] }, { severity: 3 })).toBe('feel-warning');
  expect(holds({ not: broken }, { severity: 3 })).toBe('feel-warning');
  expect(holds({ not: isFalse }, { severity: 3 })).toBe(true);
});

test('in FEEL nothing is assumed: null and what is no yes or no are failures', () => {
  expect(holds({ feel: 'severity >= 3' }, { severity: 3 })).toBe(true);
  expect(holds({ feel: 'severity >= 3' }, {})).toBe('feel-null');
  expect(holds({ feel: 'severity + 1' }, { severity: 3 })).toBe('feel-warning');
});

test('where the case stands and how a sub-procedure ended', () => {
  expect(holds({ in: 'deciding' }, {}, { active: 'deciding' })).toBe(true);
  expect(holds({ not: { in: 'deciding' } }, {}, { active: 'closing' })).toBe(true);
  expect(holds({ outcome: ['resolved', 'withdrawn'] }, {}, { outcome: 'withdrawn' })).toBe(true);
  expect(holds({ outcome: ['resolved'] }, {})).toBe(false);
});
