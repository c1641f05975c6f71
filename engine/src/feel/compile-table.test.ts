import { expect, test } from '@jest/globals';
import type { Decision, Definition } from '../definition/definition.ts';
import type { Json, JsonObject } from '../json.ts';
import { compileTable } from './compile-table.ts';
import { compileUnaryTests } from './compile-unary-tests.ts';
import { compileValue, compileValues } from './compile-value.ts';

const definition = { data: { severity: {}, risk: {}, pace: {}, days: {} }, clocks: {} } as unknown as Definition;
const scope = (fields: JsonObject) => ({
  fields,
  case: { number: '7' },
  event: {},
  result: null,
  clock: {},
  step: {},
  at: '2026-03-02T09:00:00.000Z',
});
const row = (when: readonly string[], then: readonly Json[]) => ({ when, then });
const title = { en: 'Pace' };

function decide(hit: Decision['hit'], rows: Decision['rows'], fields: JsonObject): unknown {
  const inputs = [{ field: 'severity' }, { title, feel: 'risk = true' }];
  const table = compileTable({ title, hit, inputs, outputs: ['pace', 'days'], rows, otherwise: ['normal', 20] }, definition);
  const outcome = table(scope(fields));
  return outcome.ok ? outcome.value : outcome.refusal;
}
const rows = [
  row(['>= 3', '-'], ['fast', '= 10 - severity']),
  row(['[2..4]', 'true'], ['fast', 7]),
  row(['not(1, 2, 3, 4)', '-'], ['odd', 1]),
];

test('the first row that is met decides; none met, otherwise', () => {
  expect(decide('first', rows, { severity: 4, risk: true })).toEqual({ pace: 'fast', days: 6 });
  expect(decide('first', rows, { severity: 2, risk: true })).toEqual({ pace: 'fast', days: 7 });
  expect(decide('first', rows, { severity: 1, risk: true })).toEqual({ pace: 'normal', days: 20 });
});

test('two rows met are an error where one may be, and where they do not say the same', () => {
  expect(decide('unique', rows, { severity: 4, risk: true })).toEqual({ reason: 'table-hits', facts: { rows: [0, 1] } });
  expect(decide('unique', rows, { severity: 4, risk: false })).toEqual({ pace: 'fast', days: 6 });
  expect(decide('any', rows, { severity: 3, risk: true })).toEqual({ pace: 'fast', days: 7 });
  expect(decide('any', rows, { severity: 4, risk: true })).toEqual({ reason: 'table-hits', facts: { rows: [0, 1] } });
});

test('a warning in a cell that counts is a failure', () => {
  expect(decide('first', [row(['> risk + 1', '-'], ['fast', 1])], { severity: 4, risk: true })).toMatchObject({ reason: 'feel-warning' });
  expect(decide('first', [row(['-', '-'], ['fast', '= severity.x'])], { severity: 4, risk: true })).toMatchObject({
    reason: 'feel-warning',
  });
});

test.each<[string, Json, boolean]>([
  ['4', 4, true],
  ['4', 3, false],
  ['> 3, < 1', 0, true],
  ['"a", "b"', 'b', true],
  ['not("a", "b")', 'b', false],
  ['not("a", "b")', null, true],
  ['[1..3]', 3, true],
  ['(1..3)', 3, false],
  ['[1, 2]', 2, true],
  ['true', true, true],
  ['true', null, false],
  ['null', null, true],
  ['not(null)', 3, true],
  ['not(null)', null, false],
  ['> 3', null, false],
  ['contains(?, "late")', 'parcel late', true],
  ['? > 2 and ? < 5', 3, true],
  ['> severity', 5, true],
  ['-', null, true],
  ['"constructor"', 'constructor', true],
])('the cell %s, the value %j: %s', (cell, tested, met) => {
  const compiled = compileUnaryTests(cell, { fields: new Set(['severity']), clocks: new Set() });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  expect(compiled.run(scope({ severity: 4 }), tested)).toEqual({ ok: true, value: met });
});

test.each([
  ['>= 3 and <= 4', 'not-allowed'],
  ['> limit', 'unknown-name'],
  ['function(x) x', 'not-allowed'],
  ['>', 'syntax'],
  ['', 'syntax'],
])('the cell %s is refused: %s', (cell, problem) => {
  const compiled = compileUnaryTests(cell, { fields: new Set(), clocks: new Set() });
  expect(compiled.ok ? [] : compiled.problems.map((found) => found.problem)).toContain(problem);
});

test('values are constants, or FEEL after a sign of equality, in lists and objects too', () => {
  const value = compileValue(
    { number: '= case.number', list: [1, '= severity * 2', { deep: '=severity' }], words: 'a = b', __proto__x: null },
    definition,
  );
  expect(value(scope({ severity: 3 }))).toEqual({
    ok: true,
    value: { number: '7', list: [1, 6, { deep: 3 }], words: 'a = b', __proto__x: null },
  });
  expect(compileValues({ pace: 'fast', days: '= severity' }, definition)(scope({}))).toEqual({
    ok: true,
    value: { pace: 'fast', days: null },
  });
  expect(compileValues({ days: '= severity + 1' }, definition)(scope({}))).toMatchObject({
    ok: false,
    refusal: { reason: 'feel-warning' },
  });
});
