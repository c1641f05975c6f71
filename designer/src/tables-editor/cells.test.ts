import { expect, test } from '@jest/globals';
import type { Json } from '@redress/engine';
import fc from 'fast-check';
import { copiedTest, copiedValue, readSheet, readTest, readValue, writeSheet } from './cell-text.ts';
import type { TableColumn } from './draft-table.ts';
import { plainTest, testText } from './plain-test.ts';

const yesNo = { yes: 'Yes', no: 'No' };
const column = (kind: TableColumn['kind'], ...options: readonly Json[]): TableColumn => ({
  id: 'x',
  name: 'X',
  kind,
  options: options.map((value) => ({ value, name: `The ${String(value)}` })),
});
const choice = column('choice', 'delivery', 'service', 'other');
const number = column('number');
const day = column('day');
const words = column('text');

test.each<[TableColumn, string, string]>([
  [choice, 'the delivery', '"delivery"'],
  [choice, 'The delivery; The other', '"delivery", "other"'],
  [choice, '"delivery"', '"delivery"'],
  [choice, 'The parcel', 'The parcel'],
  [number, '≥ ۲۰۰', '>= 200'],
  [number, '۱٬۲۵۰', '1250'],
  [number, '200 – 500', '[200..500]'],
  [number, '1, 250', '1, 250'],
  [number, '≠ 3', 'not(3)'],
  [number, '', '-'],
  [day, '< ۲۰۲۶/۳/۱', '< "2026-03-01"'],
  [day, '2026-03-01', '"2026-03-01"'],
  [day, '۱۴۰۵/۰۹/۱۰', '"2026-12-01"'],
  [day, '1404-12-29 – 1405/1/1', '["2026-03-20".."2026-03-21"]'],
  [day, '≥ 1.03.2026', '>= "2026-03-01"'],
  [day, '2026-02-30', '2026-02-30'],
  [day, '1405/07/31', '1405/07/31'],
  [column('yes-no'), 'yes', 'true'],
  [words, 'Nowa Huta', '"Nowa Huta"'],
  [words, 'contains(?, "x")', 'contains(?, "x")'],
])('what is pasted as a test, %#: %s becomes %s', (into, typed, written) => {
  expect(readTest(typed.replace('%s', ''), into, yesNo)).toBe(written);
});

test('a cell says in words what a formula says, and a formula stays to the letter', () => {
  const plain = (text: string, of: TableColumn) => plainTest(text, of);
  expect(plain('>= 200', number)).toEqual({ is: 'at-least', values: [200] });
  expect(plain('[1..3]', number)).toEqual({ is: 'between', values: [1, 3] });
  expect(plain('(1..3]', number)).toEqual({ is: 'formula', values: [], formula: '(1..3]' });
  expect(plain('not("delivery",  "other")', choice)).toEqual({ is: 'not-in', values: ['delivery', 'other'] });
  expect(plain('"parcel"', choice)).toEqual({ is: 'formula', values: [], formula: '"parcel"' });
  expect(plain('? >  limit', number)).toEqual({ is: 'formula', values: [], formula: '? >  limit' });
  expect(plain('null', day)).toEqual({ is: 'empty', values: [] });
  expect(plain('', number)).toEqual({ is: 'formula', values: [], formula: '' });
});

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
test(`what is copied is pasted as the same, seed ${seed}`, () => {
  const values: Readonly<Record<string, fc.Arbitrary<Json>>> = {
    choice: fc.constantFrom('delivery', 'service', 'other'),
    number: fc.oneof(
      fc.integer(),
      fc.integer({ min: -9999, max: 9999 }).map((cents) => cents / 100),
    ),
    day: fc.constantFrom('2026-03-01', '1999-12-31'),
    text: fc.oneof(fc.string(), fc.constantFrom('a\tb', '"', 'x\ny', '=', 'Yes', '-', '1, 2', 'شیراز')),
    'yes-no': fc.boolean(),
  };
  const columns = fc.constantFrom(choice, number, day, words, column('yes-no'));
  const cells = columns.chain((of) =>
    fc.record({
      of: fc.constant(of),
      value: values[of.kind] ?? fc.constant(null),
      is: fc.constantFrom('is', 'is-not', 'in', 'at-least', 'formula'),
    }),
  );
  const property = fc.property(fc.array(cells, { minLength: 1, maxLength: 6 }), (row) => {
    const tests = row.map(({ value, is }) =>
      is === 'formula'
        ? '? != null'
        : (testText({ is: is as 'is', values: [value as string, ...(is === 'in' ? [value as string] : [])] }) ?? '-'),
    );
    const sheet = writeSheet([
      row.map(({ of }, at) => copiedTest(tests[at] ?? '-', of, yesNo)),
      row.map(({ of, value }) => copiedValue(value, of, yesNo)),
    ]);
    const [copied = [], said = []] = readSheet(sheet);
    expect(row.map(({ of }, at) => readTest(copied[at] ?? '', of, yesNo))).toEqual(tests);
    expect(row.map(({ of }, at) => readValue(said[at] ?? '', of, yesNo))).toEqual(row.map(({ value }) => value));
  });
  fc.assert(property, { seed, numRuns: 500 });
});
