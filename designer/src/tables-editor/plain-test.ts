import { type Cell, type CellTest, type Constant, readCell } from '@redress/engine';
import type { FieldKind } from '../conditions/case-fields.ts';
import type { TableColumn } from './draft-table.ts';

/** What a cell asks, in words that need no formula. */
export const testKinds = [
  'any',
  'is',
  'is-not',
  'in',
  'not-in',
  'at-least',
  'more',
  'at-most',
  'less',
  'between',
  'empty',
  'filled',
  'formula',
] as const;
export type TestKind = (typeof testKinds)[number];
export interface PlainTest {
  readonly is: TestKind;
  readonly values: readonly Constant[];
  /** As it is written, of a formula. */
  readonly formula?: string;
}

const always: readonly TestKind[] = ['any', 'empty', 'filled', 'formula'];
const equal: readonly TestKind[] = ['is', 'is-not', 'in', 'not-in', ...always];
const line: readonly TestKind[] = ['is', 'is-not', 'at-least', 'more', 'at-most', 'less', 'between', ...always];
const askable: Readonly<Record<FieldKind, readonly TestKind[]>> = {
  choice: equal,
  scale: [...line, 'in', 'not-in'],
  number: line,
  day: line,
  text: equal,
  'yes-no': ['is', ...always],
  several: always,
  kept: always,
};
export const testsFor = (kind: FieldKind): readonly TestKind[] => testKinds.filter((test) => askable[kind].includes(test));

export const valuesOf = (is: TestKind): number =>
  is === 'any' || is === 'empty' || is === 'filled' || is === 'formula' ? 0 : is === 'between' ? 2 : 1;

/** What a cell says, if the column's own controls can say it as well; else the formula as it is. */
export function plainTest(text: string, column: TableColumn): PlainTest {
  const read = said(readCell(text));
  const fits = read && askable[column.kind].includes(read.is) && read.values.every((value) => fitsColumn(value, column));
  return fits ? read : { is: 'formula', values: [], formula: text };
}

const operators = { '>=': 'at-least', '>': 'more', '<=': 'at-most', '<': 'less' } as const;

function said(cell: Cell): PlainTest | undefined {
  if (cell.is === 'any') return { is: 'any', values: [] };
  if (cell.is !== 'tests') return undefined;
  const [first, ...more] = cell.tests;
  if (!first) return undefined;
  if (more.length > 0) {
    const values = cell.tests.flatMap((test) => equalTo(test) ?? []);
    return values.length === cell.tests.length ? { is: cell.not ? 'not-in' : 'in', values } : undefined;
  }
  if (!('op' in first)) {
    const isPlain = !cell.not && first.fromIn && first.toIn && first.from !== null && first.to !== null;
    return isPlain ? { is: 'between', values: [first.from, first.to] } : undefined;
  }
  if (first.op === '=' && first.value === null) return { is: cell.not ? 'filled' : 'empty', values: [] };
  if (first.op === '=') return { is: cell.not ? 'is-not' : 'is', values: [first.value] };
  return first.op === '!=' || cell.not || first.value === null ? undefined : { is: operators[first.op], values: [first.value] };
}
const equalTo = (test: CellTest): Constant | undefined => ('op' in test && test.op === '=' && test.value !== null ? test.value : undefined);

export function fitsColumn(value: unknown, { kind, options }: TableColumn): boolean {
  if (options.length > 0) return options.some((option) => option.value === value);
  if (kind === 'number') return typeof value === 'number';
  if (kind === 'yes-no') return typeof value === 'boolean';
  if (kind === 'day') return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return kind === 'text' && typeof value === 'string';
}

/** As the format writes it; nothing while a value is still missing. */
export function testText({ is, values, formula }: PlainTest): string | undefined {
  if (is === 'formula') return formula === undefined || formula.trim() === '' ? undefined : formula;
  if (is === 'any') return '-';
  if (is === 'empty') return 'null';
  if (is === 'filled') return 'not(null)';
  const [first, second] = values.map((value) => JSON.stringify(value));
  if (first === undefined) return undefined;
  if (is === 'is') return first;
  if (is === 'is-not') return `not(${first})`;
  const all = values.map((value) => JSON.stringify(value)).join(', ');
  if (is === 'in') return all;
  if (is === 'not-in') return `not(${all})`;
  if (is === 'between') return second === undefined ? undefined : `[${first}..${second}]`;
  const operator = Object.entries(operators).find(([, kind]) => kind === is)?.[0];
  return `${operator} ${first}`;
}

/** Another comparison with the values that still count. */
export const withTest = (test: PlainTest, is: TestKind, text: string): PlainTest => ({
  is,
  values: valuesOf(is) === 0 ? [] : is === 'in' || is === 'not-in' ? test.values : test.values.slice(0, valuesOf(is)),
  ...(is === 'formula' ? { formula: text } : {}),
});
