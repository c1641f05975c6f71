import { type CellTest, readCell } from '../../feel/cell-tests.ts';
import { comparisonsIn, type FeelComparison } from '../../feel/feel-comparisons.ts';
import { own } from '../own.ts';
import type { FieldFits } from './field-fits.ts';
import { type Findings, warned } from './found.ts';
import { misfitOf } from './misfit.ts';
import type { Survey } from './survey.ts';

/** Characters that are read, the same text counted once: what find-feel.ts has read costs as much once more, and this is only a warning. */
const readMost = 5_000;

/** `comparison-does-not-fit` in formulas and in cells of tables. */
export function* findFormulas(survey: Survey, fits: FieldFits): Findings {
  const { definition } = survey;
  const read = new Map<string, readonly FeelComparison[]>();
  let length = 0;
  for (const { text, at, field } of formulas(survey)) {
    const key = `${field ?? ''} ${text}`;
    if (!read.has(key)) length += text.length;
    if (length > readMost) return;
    const compared = read.get(key) ?? (field === undefined ? comparisonsIn(text) : testsOf(text, field));
    read.set(key, compared);
    for (const { name, test } of compared) {
      const [known, fit] = [own(definition.data, name), fits.get(name)];
      if (!known || !fit || known.schema.type === 'array') continue;
      const misfit = pairsOf(test)
        .map((pair) => misfitOf({ field: name, ...pair }, known, fit))
        .find((each) => each !== undefined);
      if (misfit) yield warned('comparison-does-not-fit', at, { field: name, is: 'op' in test ? test.op : 'in', ...misfit.facts });
    }
  }
}

interface Formula {
  readonly text: string;
  readonly at: string;
  /** What a cell asks; none: a condition in words of its own. */
  readonly field?: string;
}

function* formulas({ definition, conditions }: Survey): Generator<Formula> {
  for (const { condition, at } of conditions) if ('feel' in condition) yield { text: condition.feel, at: `${at}/feel` };
  for (const [id, { inputs, rows }] of Object.entries(definition.decisions ?? {})) {
    for (const [column, input] of inputs.entries()) {
      if (!('field' in input)) continue;
      for (const [index, { when }] of rows.entries())
        yield { text: when[column] ?? '-', at: `/decisions/${id}/rows/${index}/when/${column}`, field: input.field };
    }
  }
}

function testsOf(text: string, name: string): readonly FeelComparison[] {
  const cell = readCell(text);
  return cell.is === 'tests' ? cell.tests.map((test) => ({ name, test })) : [];
}

const pairsOf = (test: CellTest) =>
  'op' in test ? [{ is: test.op, value: test.value }] : [test.from, test.to].map((value) => ({ is: '<=' as const, value }));
