import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { coverageOf, type Decision, type Definition } from '@redress/engine';
import fc from 'fast-check';
import { fieldsOf } from '../model/loose-json.ts';
import { gapTests } from './gap-tests.ts';

const field = (schema: Definition['data'][string]['schema']) => ({ title: {}, schema });
const data = {
  amount: field({ type: 'number', minimum: 0 }),
  share: field({ type: 'number' }),
  severity: field({ type: 'integer', minimum: 1, maximum: 4 }),
  urgent: field({ type: 'boolean' }),
  about: field({ enum: ['delivery', 'service', 'other'] }),
  day: field({ type: 'string', format: 'date' }),
  town: field({ type: 'string' }),
};
const names = { data, clocks: {} };
const table = (inputs: readonly string[], rows: readonly (readonly string[])[]): Decision => ({
  title: {},
  hit: 'unique',
  inputs: inputs.map((one) => (one.startsWith('=') ? { title: {}, feel: one.slice(1) } : { field: one })),
  outputs: [],
  // biome-ignore lint/suspicious/noThenProperty: the format calls it so.
  rows: rows.map((when) => ({ when: [...when], then: [] })),
  otherwise: [],
});

/** The table with a row for each of its gaps. */
function filled(decision: Decision, known: Pick<Definition, 'data' | 'clocks'> = names): Decision {
  const coverage = coverageOf(decision, known);
  const rows = coverage.gaps.map((gap) => gapTests(coverage, gap, decision.inputs.length));
  // biome-ignore lint/suspicious/noThenProperty: the format calls it so.
  return { ...decision, rows: [...decision.rows, ...rows.map((when) => ({ when, then: [] }))] };
}
const added = (inputs: readonly string[], ...rows: readonly (readonly string[])[]) =>
  filled(table(inputs, rows))
    .rows.slice(rows.length)
    .map(({ when }) => when);

test('the row for a gap asks in as few words as say it', () => {
  expect(added(['severity'], ['>= 3'])).toEqual([['not(3, 4)']]);
  expect(added(['urgent'], ['true'])).toEqual([['not(true)']]);
  expect(added(['amount'], ['< 100'], ['> 500'])).toEqual([['[100..500], null']]);
  expect(added(['share'], ['[0..1]'])).toEqual([['< 0, > 1, null']]);
  expect(added(['day'], ['< "2026-03-01"'])).toEqual([['>= "2026-03-01", null']]);
  expect(added(['town'], ['"Łódź", null'])).toEqual([['not("Łódź", null)']]);
  expect(added(['about', 'urgent'], ['"delivery"', '-'])).toEqual([['not("delivery")', '-']]);
  expect(added(['severity', 'severity'], ['>= 2', '<= 3'])).toEqual([['not(2, 3)', '-']]);
});

test('with a row for each gap nothing is left without a row, and none of them fits where another does', () => {
  const cells: Readonly<Record<string, readonly string[]>> = {
    amount: ['-', '< 100', '[100..500]', '> 500', 'null', 'not(null)', '0'],
    share: ['-', '(0..1)', '[0..1)', '1', '< -2'],
    severity: ['-', '1', '>= 3', '2, 3', 'not(4)'],
    urgent: ['-', 'true', 'false', 'null'],
    about: ['-', '"delivery"', 'not("service")', '"other", null'],
    day: ['-', '< "2026-03-01"', '["2026-03-01".."2026-04-01"]', '"2026-05-05"'],
    town: ['-', '"Łódź"', 'not("Łódź")', '"Warszawa", "Łódź"', 'null'],
    '=amount * 2': ['-', '> 7', '<= 2', 'null'],
  };
  const seed = 20261128;
  const columns = fc.array(fc.constantFrom(...Object.keys(cells)), { minLength: 1, maxLength: 3 });
  const tables = columns.chain((inputs) =>
    fc
      .array(fc.tuple(...inputs.map((one) => fc.constantFrom(...(cells[one] ?? ['-'])))), { minLength: 1, maxLength: 4 })
      .map((rows) => table(inputs, rows)),
  );
  fc.assert(
    fc.property(tables, (decision) => {
      const before = coverageOf(decision, names);
      const after = coverageOf(filled(decision), names);
      expect(after.undecided).toEqual(before.undecided);
      if (after.undecided.length > 0) return;
      expect(after.gaps).toEqual([]);
      expect(after.overlaps.map(({ rows }) => rows)).toEqual(before.overlaps.map(({ rows }) => rows));
    }),
    { numRuns: 300, seed },
  );
});

test('the gaps of the shipped table are filled by rows that the engine follows', () => {
  const complaint = shippedProcesses.find((process) => fieldsOf(process).id === 'complaint') as unknown as Definition;
  const pace = complaint.decisions?.pace;
  if (!pace) throw new Error('no table');
  expect(coverageOf(pace, complaint).gaps.length).toBeGreaterThan(0);
  expect(coverageOf(filled(pace, complaint), complaint).gaps).toEqual([]);
});
