import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Decision, Definition } from '../definition/definition.ts';
import type { Json, JsonObject } from '../json.ts';
import { compileHits, compileTable } from './compile-table.ts';
import type { Scope } from './scope.ts';
import { type Box, type Coverage, coverageOf } from './table-coverage.ts';
import type { Region } from './table-domain.ts';

const title = { en: 'Table' };
const schemas: Readonly<Record<string, JsonObject>> = {
  severity: { type: 'integer', minimum: 1, maximum: 4 },
  amount: { type: 'number', minimum: 0 },
  days: { type: 'integer', exclusiveMinimum: -3 },
  category: { enum: ['delivery', 'service', 'other'] },
  safety: { type: 'boolean' },
  received: { type: 'string', format: 'date' },
  city: { type: 'string', maxLength: 40 },
  tags: { type: 'array', items: { type: 'string' } },
  result: { type: 'number' },
};
const definition: Pick<Definition, 'data' | 'clocks'> = {
  data: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, { title, schema }])),
  clocks: {},
};
const scope = (fields: JsonObject): Scope => ({
  fields,
  case: {},
  event: {},
  result: null,
  clock: {},
  step: {},
  at: '2026-03-02T09:00:00.000Z',
});

const row = (when: readonly string[], then: readonly Json[]): Decision['rows'][number] => ({ when, then });
function table(fields: readonly string[], rows: readonly (readonly string[])[], hit: Decision['hit'] = 'unique'): Decision {
  const inputs = fields.map((field) => ({ field }));
  return { title, hit, inputs, outputs: ['result'], rows: rows.map((when, at) => row(when, [at])), otherwise: [-1] };
}
const coverage = (...what: Parameters<typeof table>): Coverage => coverageOf(table(...what), definition);

test('a gap is told with values that have no row', () => {
  const { gaps, overlaps, undecided } = coverage(
    ['amount', 'category'],
    [
      ['< 200', '-'],
      ['>= 200', '"service", "other", null'],
      ['null', '-'],
    ],
  );
  expect(gaps.map(({ example }) => example)).toEqual([[200, 'delivery']]);
  expect(gaps[0]?.box).toEqual([
    {
      question: 0,
      regions: [
        { is: 'value', value: 200, example: 200 },
        { is: 'between', from: 200, example: 201 },
      ],
    },
    { question: 1, regions: [{ is: 'value', value: 'delivery', example: 'delivery' }] },
  ]);
  expect([overlaps, undecided]).toEqual([[], []]);
});

test('options are all that a field may hold, with or without a list of values in its schema', () => {
  const option = (value: string) => ({ value, title });
  for (const schema of [{ type: 'string' }, { enum: ['delay', 'damage', 'other'] }]) {
    const data = { kind: { title, schema, options: [option('delay'), option('damage')] } };
    expect(coverageOf(table(['kind'], [['"delay"'], ['null']]), { data, clocks: {} }).gaps.map(({ example }) => example)).toEqual([
      ['damage'],
    ]);
    expect(coverageOf(table(['kind'], [['"delay", "damage"'], ['null']]), { data, clocks: {} }).gaps).toEqual([]);
  }
});

test('rows that are met together are told, and whether they say the same', () => {
  const rows = table(
    ['severity', 'safety'],
    [
      ['>= 3', '-'],
      ['[2..3]', 'true'],
      ['4', 'false'],
    ],
    'any',
  );
  const same = { ...rows, rows: rows.rows.map(({ when }, index) => row(when, index < 2 ? [1] : ['= severity'])) };
  expect(coverageOf(same, definition).overlaps).toEqual([
    { rows: [0, 1], example: [3, true], same: true },
    { rows: [0, 2], example: [4, false] },
  ]);
  expect(coverageOf(rows, definition).overlaps[0]).toEqual({ rows: [0, 1], example: [3, true], same: false });
});

test('a row that is never met, and one that another always hides', () => {
  const { never, hidden } = coverage(['severity'], [['>= 2'], ['> 4'], ['[3..4]'], ['1, 2']], 'first');
  expect([never, hidden]).toEqual([[1], [2]]);
});

test('whole numbers and days have nothing between neighbours, an amount has', () => {
  const gaps = (field: string, ...cells: readonly string[]) =>
    coverage(
      [field],
      [...cells, 'null'].map((cell) => [cell]),
    ).gaps.map(({ example }) => example[0]);
  expect(gaps('days', '<= 2', '>= 3')).toEqual([]);
  expect(gaps('days', '[-2..2]', '> 3')).toEqual([3]);
  expect(gaps('amount', '<= 2', '>= 3')).toEqual([2.5]);
  expect(gaps('received', '<= "2026-02-28"', '>= "2026-03-01"')).toEqual([]);
  expect(gaps('received', '< "2026-02-28"', '>= "2026-03-01"')).toEqual(['2026-02-28']);
  expect(gaps('city', '"Kraków"', 'not("Kraków")')).toEqual([]);
});

test('what asks more than its column is left open, and nothing is claimed that hangs on it', () => {
  const open = coverage(
    ['amount', 'tags'],
    [
      ['> days', '-'],
      ['< 5', 'list contains(?, "a")'],
      ['null', '-'],
    ],
  );
  expect(open.undecided).toEqual([
    { row: 0, input: 0 },
    { row: 1, input: 1 },
  ]);
  expect([open.gaps, open.overlaps, open.never]).toEqual([[], [], []]);
  expect(coverage(['category'], [['contains(?, "e")']]).undecided).toEqual([]); // So few values are asked one by one.
});

test('a list is collected from every row that is met, each value once', () => {
  const decision: Decision = {
    ...table(['severity'], [['>= 2'], ['>= 3'], ['4']], 'collect'),
    rows: [row(['>= 2'], ['call']), row(['>= 3'], [['visit', 'call']]), row(['4'], [null])],
    otherwise: [null],
  };
  const run = compileTable(decision, definition);
  expect([1, 2, 4].map((severity) => run(scope({ severity })))).toEqual(
    [[], ['call'], ['call', 'visit']].map((result) => ({ ok: true, value: { result } })),
  );
});

const said: Readonly<Record<string, readonly Json[]>> = {
  severity: [1, 2, 3, 4],
  amount: [0, 1, 2.5, 3],
  days: [-1, 0, 2, 4],
  category: ['delivery', 'service', 'other'],
  safety: [true, false],
  received: ['2025-12-31', '2026-02-28', '2026-03-01'],
  city: ['Kraków', 'شیراز', '…'],
};
/** What the cells name, and something on either side of it. */
const beside: Readonly<Record<string, readonly Json[]>> = {
  amount: [0.5, 1.5, 2.75, 900],
  days: [-2, 1, 3, 50],
  received: ['1999-01-01', '2026-01-15', '2031-01-01'],
  city: ['', 'Bath'],
};
const samplesOf = (field: string): readonly Json[] => [null, ...(said[field] ?? []), ...(beside[field] ?? [])];

const named = (field: string) => fc.constantFrom(...(said[field] ?? []).map((value) => JSON.stringify(value)));
const cellOf = (field: string): fc.Arbitrary<string> => {
  const value = named(field);
  const isLine = ['severity', 'amount', 'days', 'received'].includes(field);
  const line = fc.oneof(
    fc.tuple(fc.constantFrom('<', '<=', '>', '>='), value).map((parts) => parts.join(' ')),
    fc
      .tuple(fc.constantFrom('[', '('), value, value, fc.constantFrom(']', ')'))
      .map(([from, one, other, to]) => `${from}${one}..${other}${to}`),
  );
  const one = isLine ? fc.oneof(value, line) : value;
  const tests = fc.oneof(
    one,
    fc.array(one, { minLength: 1, maxLength: 3 }).map((each) => each.join(', ')),
    fc.constant('null'),
  );
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant('-') },
    { weight: 4, arbitrary: tests },
    { weight: 1, arbitrary: tests.map((inside) => `not(${inside})`) },
    { weight: 1, arbitrary: fc.constantFrom('> days', '? = null') },
  );
};
const tables = fc.array(fc.constantFrom(...Object.keys(said)), { minLength: 1, maxLength: 3 }).chain((fields) =>
  fc.record({
    fields: fc.constant(fields),
    rows: fc.array(fc.tuple(...fields.map(cellOf)), { minLength: 1, maxLength: 6 }),
    hit: fc.constantFrom<Decision['hit']>('first', 'unique', 'any', 'collect'),
  }),
);

const isIn = (region: Region, value: Json, all: readonly Region[]): boolean => {
  if (region.is === 'all') return true;
  if (region.is === 'empty') return value === null;
  if (region.is === 'value') return value === region.value;
  if (region.is === 'other') return typeof value === 'string' && !all.some((other) => other.is === 'value' && other.value === value);
  const { from = null, to = null } = region;
  return value !== null && (from === null || value > from) && (to === null || value < to);
};
const holds = (box: Box, questions: Coverage['questions'], given: readonly Json[]): boolean =>
  box.every(({ question, regions }) => {
    const { inputs, regions: all } = questions[question] ?? { inputs: [], regions: [] };
    return regions.some((region) => isIn(region, given[inputs[0] ?? 0] ?? null, all));
  });

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
test(`what is told agrees with the table itself on every sampled value, seed ${seed}`, () => {
  let decided = 0;
  const property = fc.property(tables, ({ fields, rows, hit }) => {
    const decision = table(fields, rows, hit);
    const found = coverageOf(decision, definition);
    const run = compileTable(decision, definition);
    const hits = compileHits(decision, definition);
    const isOpen = (row: number) => found.undecided.some((cell) => cell.row === row);
    const met = (given: JsonObject): readonly number[] => {
      const outcome = hits(scope({ days: null, ...given }));
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
      return outcome.value;
    };
    const asGiven = (example: readonly Json[]) =>
      Object.fromEntries(found.questions.map(({ inputs }, question) => [fields[inputs[0] ?? 0] ?? '', example[question] ?? null]));
    for (const { example, box } of found.gaps) {
      expect(met(asGiven(example))).toEqual([]);
      expect(run(scope(asGiven(example)))).toEqual({ ok: true, value: { result: hit === 'collect' ? [-1] : -1 } });
      expect(
        holds(
          box,
          found.questions,
          fields.map((field) => asGiven(example)[field] ?? null),
        ),
      ).toBe(true);
    }
    for (const { example, rows: both } of found.overlaps) expect(met(asGiven(example))).toEqual(expect.arrayContaining([...both]));
    const pairs = new Set(found.overlaps.map(({ rows: both }) => both.join()));
    for (const given of everything([...new Set(fields)])) {
      const together = met(given).filter((row) => !isOpen(row));
      const isGap = found.gaps.some(({ box }) =>
        holds(
          box,
          found.questions,
          fields.map((field) => given[field] ?? null),
        ),
      );
      if (isGap) expect(met(given)).toEqual([]);
      else if (found.undecided.length === 0) expect(met(given).length).toBeGreaterThan(0);
      for (const [index, row] of together.entries()) {
        expect(found.never).not.toContain(row);
        for (const other of together.slice(index + 1)) expect(pairs).toContain(`${row},${other}`);
      }
      if (hit === 'first') expect(found.hidden).not.toContain(met(given)[0]);
    }
    if (found.undecided.length === 0 && hit === 'first') {
      const deciding = new Set(everything([...new Set(fields)]).map((given) => met(given)[0]));
      // The samples hold a value of every region, so a row that decides none of them is told.
      for (const row of rows.keys()) expect([...found.never, ...found.hidden].includes(row)).toBe(!deciding.has(row));
    }
    decided += found.undecided.length === 0 ? 1 : 0;
  });
  fc.assert(property, { seed, numRuns: 250 });
  expect(decided).toBeGreaterThan(60);
});

function everything(fields: readonly string[]): readonly JsonObject[] {
  return fields.reduce<readonly JsonObject[]>(
    (given, field) => given.flatMap((before) => samplesOf(field).map((value) => ({ ...before, [field]: value }))),
    [{}],
  );
}
