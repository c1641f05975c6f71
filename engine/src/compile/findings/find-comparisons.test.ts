import { expect, test } from '@jest/globals';
import { compile, parseDefinition } from '@redress/engine';
import { schemas } from '../../../../test/tools/schema-tool.ts';
import { smallDefinition, steps } from '../../../../test/tools/small-definition.ts';

const words = { en: 'x' };
const data = {
  kind: {
    title: words,
    schema: { type: 'string' },
    options: [
      { value: 'delay', title: words },
      { value: 'damage', title: words },
    ],
  },
  several: { title: words, schema: { type: 'array', items: { type: 'string' }, minItems: 2 }, options: [{ value: 'delay', title: words }] },
  count: { title: words, schema: { type: 'integer', minimum: 0 } },
  open: { title: words, schema: {} },
};

type Row = readonly [
  condition: object & { readonly field: string; readonly is: string; readonly value?: unknown; readonly as?: string },
  at?: string,
  keyword?: string,
];
const rows: readonly Row[] = [
  [{ field: 'kind', is: '=', value: 'delay' }],
  [{ field: 'kind', is: '=', value: 'dealy' }, '/value', 'options'],
  [{ field: 'kind', is: '!=', value: 'dealy' }, '/value', 'options'],
  [{ field: 'kind', is: '=', value: '= note' }],
  [{ field: 'kind', is: 'in', value: ['delay', 'damage'] }],
  [{ field: 'kind', is: 'in', value: ['delay', 'dealy'] }, '/value/1', 'options'],
  [{ field: 'kind', is: 'in', value: 'delay' }, '/value', 'type'],
  [{ field: 'kind', is: 'in', value: ['= note'] }],
  [{ field: 'kind', is: 'in', as: 'several' }],
  [{ field: 'kind', is: 'in', as: 'note' }, '/as', 'type'],
  [{ field: 'kind', is: 'contains', value: 'el' }],
  [{ field: 'several', is: 'contains', value: 'delay' }],
  [{ field: 'several', is: 'contains', value: 'dealy' }, '/value', 'options'],
  [{ field: 'several', is: 'contains', as: 'note' }],
  [{ field: 'amount', is: 'contains', value: 1 }, '/value', 'type'],
  [{ field: 'count', is: '>=', value: 2.5 }],
  [{ field: 'count', is: '=', value: 2.5 }, '/value', 'type'],
  [{ field: 'count', is: '>=', value: '2' }, '/value', 'type'],
  [{ field: 'count', is: '>=', as: 'amount' }],
  [{ field: 'count', is: '>=', as: 'note' }, '/as', 'type'],
  [{ field: 'count', is: '=', as: 'note' }, '/as', 'type'],
  [{ field: 'several', is: '<', as: 'persons' }, '/as', 'type'],
  [{ field: 'due', is: '<', value: '2026-01-01' }],
  [{ field: 'open', is: '<', value: true }],
  [{ field: 'open', is: '=', as: 'note' }],
];

test.each(rows)('%j', (...row) => {
  const [condition, at, keyword] = row;
  const go = [{ target: '#there', guard: { type: 'if', params: { all: [condition] } } }];
  const machine = { initial: 'here', states: steps({ here: { on: { go } }, there: {} }) };
  const parsed = parseDefinition(smallDefinition(machine, { data, events: { go: { label: words, by: ['clerk'] } } }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  const { field, is } = condition;
  const expected = at && {
    code: 'comparison-does-not-fit',
    severity: 'warning',
    at: `/machine/states/here/on/go/0/guard/params/all/0${at}`,
    facts: expect.objectContaining({ field, is, keyword }),
  };
  expect(compile(parsed.value, { schemas }).findings).toEqual(expected ? [expected] : []);
});

test('a value that is set must be one of the options, as it must be when the case runs', () => {
  const act = (value: string) => [{ actions: [{ type: 'set', params: { kind: value } }] }];
  const found = ['delay', 'dealy'].map((value) => {
    const machine = { initial: 'here', states: steps({ here: { on: { go: act(value) } } }) };
    const parsed = parseDefinition(smallDefinition(machine, { data, events: { go: { label: words, by: ['clerk'] } } }));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    return compile(parsed.value, { schemas }).findings.map(({ code, at }) => [code, at]);
  });
  expect(found).toEqual([[], [['value-does-not-fit', '/machine/states/here/on/go/0/actions/0/params/kind']]]);
});

test.each([
  ['kind', '"delay"', true],
  ['kind', 'not("delay", "damage")', true],
  ['kind', '"dealy"', false],
  ['kind', '"delay", "dealy"', false],
  ['kind', '> "d"', true],
  ['kind', '3', false],
  ['kind', 'null', true],
  ['count', '[1..3]', true],
  ['count', '-1', false],
  ['count', '["a".."b"]', false],
  ['several', '"dealy"', true],
] as const)('a cell for %s: %s', (field, cell, fits) => {
  const go = [{ actions: [{ type: 'decide', params: { decision: 'size' } }] }];
  // biome-ignore lint/suspicious/noThenProperty: the format calls it so.
  const rows = [{ when: [cell], then: ['a'] }];
  const size = { title: words, hit: 'first', inputs: [{ field }], outputs: ['note'], rows, otherwise: ['b'] };
  const machine = { initial: 'here', states: steps({ here: { on: { go } } }) };
  const parsed = parseDefinition(smallDefinition(machine, { data, decisions: { size }, events: { go: { label: words, by: ['clerk'] } } }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  const found = compile(parsed.value, { schemas }).findings.map(({ code, at }) => [code, at]);
  expect(found).toEqual(fits ? [] : [['comparison-does-not-fit', '/decisions/size/rows/0/when/0']]);
});

test.each([
  ['kind = "delay" and count >= 2', []],
  ['kind = "dealy" or amount > 3', ['kind']],
  ['not("dealy" != kind)', ['kind']],
  ['kind in ("delay", "dealy")', ['kind']],
  ['kind in ["delay", "damage"]', []],
  ['count between "a" and "b"', ['count']],
  ['2 <= count', []],
  ['-1 = count', ['count']],
  ['kind = note', []],
  ['some kind in several satisfies kind = "dealy"', []],
  ['list contains(several, "dealy")', []],
] as const)('a formula: %s', (feel, fields) => {
  const go = [{ target: '#there', guard: { type: 'if', params: { feel } } }];
  const machine = { initial: 'here', states: steps({ here: { on: { go } }, there: {} }) };
  const parsed = parseDefinition(smallDefinition(machine, { data, events: { go: { label: words, by: ['clerk'] } } }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  const found = compile(parsed.value, { schemas }).findings.map(({ code, at, facts }) => [code, at, facts.field]);
  expect(found).toEqual(fields.map((field) => ['comparison-does-not-fit', '/machine/states/here/on/go/0/guard/params/feel', field]));
});
