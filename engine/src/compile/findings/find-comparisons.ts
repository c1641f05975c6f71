import type { Condition, Field } from '../../definition/definition.ts';
import type { Problem } from '../../definition/finding.ts';
import { type Cell, type CellTest, readCell } from '../../feel/cell-tests.ts';
import { feelIn } from '../../feel/compile-value.ts';
import type { Json } from '../../json.ts';
import { own } from '../own.ts';
import { feelMax } from './feel-max.ts';
import { elementProblem, type FieldFits } from './field-fits.ts';
import { type Findings, warned } from './found.ts';
import type { Survey } from './survey.ts';

type Compared = Extract<Condition, { readonly field: string }>;

/** Comparisons whose answer no case can change, because the field can never hold what it is compared with: the warning `comparison-does-not-fit`. */
export function* findComparisons(survey: Survey, fits: FieldFits): Findings {
  const { definition, conditions } = survey;
  for (const { condition, at } of conditions) {
    if (!('field' in condition) || condition.is === 'empty' || condition.is === 'filled') continue;
    const field = own(definition.data, condition.field);
    const fit = fits.get(condition.field);
    const misfit =
      !field || !fit
        ? undefined
        : condition.as === undefined
          ? misfitOf(condition, field, fit)
          : misfitOfFields(condition, field, own(definition.data, condition.as));
    if (misfit) yield warned('comparison-does-not-fit', at + misfit.at, { field: condition.field, is: condition.is, ...misfit.facts });
  }
  yield* findCells(survey, fits);
}

/** Cells of tables. Reading them costs what reading FEEL costs: beyond `feelMax` characters that is the finding, and these are not looked for. */
function* findCells({ definition }: Survey, fits: FieldFits): Findings {
  const read = new Map<string, Cell>();
  let length = 0;
  for (const [id, { inputs, rows }] of Object.entries(definition.decisions ?? {})) {
    for (const [column, input] of inputs.entries()) {
      const name = 'field' in input ? input.field : '';
      const field = own(definition.data, name);
      const fit = fits.get(name);
      if (!field || !fit || field.schema.type === 'array') continue;
      for (const [index, { when }] of rows.entries()) {
        const text = when[column] ?? '-';
        if (!read.has(text)) length += text.length;
        if (length > feelMax) return;
        const cell = read.get(text) ?? readCell(text);
        read.set(text, cell);
        const [misfit] = cell.is === 'tests' ? cell.tests.flatMap((test) => misfitsOfTest(test, field, fit)) : [];
        if (misfit)
          yield warned('comparison-does-not-fit', `/decisions/${id}/rows/${index}/when/${column}`, {
            field: name,
            is: '=',
            ...misfit.facts,
          });
      }
    }
  }
}

const misfitsOfTest = (test: CellTest, field: Field, fit: Fit): readonly Misfit[] =>
  ('op' in test ? [{ is: test.op, value: test.value }] : [test.from, test.to].map((value) => ({ is: '<=' as const, value }))).flatMap(
    (compared) => misfitOf({ field: '', ...compared }, field, fit) ?? [],
  );

type Fit = (value: Json) => readonly Problem[];
type Misfit = Pick<Problem, 'at' | 'facts'>;

/** With a constant. What is computed is only known in the case. */
function misfitOf({ is, value = null }: Compared, { schema }: Field, fit: Fit): Misfit | undefined {
  if (value === null || feelIn(value) !== undefined) return undefined;
  const misfit = (compared: Json, within = ''): Misfit | undefined => {
    const [problem] = compared === null || feelIn(compared) !== undefined ? [] : fit(compared);
    return problem && { at: `/value${within}`, facts: { keyword: problem.keyword, ...problem.facts } };
  };
  if (is === '=' || is === '!=') return misfit(value);
  if (is === 'in') {
    if (!isList(value)) return { at: '/value', facts: { keyword: 'type', type: 'array' } };
    for (const [index, element] of value.entries()) {
      const found = misfit(element, `/${index}`);
      if (found) return found;
    }
    return undefined;
  }
  const types = typesOf(schema);
  if (is !== 'contains') return types === undefined || ordered(types).has(typeof value) ? undefined : ofType(schema, '/value');
  if (types?.has('array') === false) return types.has('string') && typeof value === 'string' ? undefined : ofType(schema, '/value');
  const problem = types?.size === 1 ? elementProblem(fit, value) : undefined;
  return problem && { at: '/value', facts: { keyword: problem.keyword, ...problem.facts } };
}

/** With another field: their types say whether the two can ever stand in that relation. */
function misfitOfFields({ is }: Compared, { schema }: Field, other: Field | undefined): Misfit | undefined {
  const left = typesOf(schema);
  const right = other && typesOf(other.schema);
  if (!left || !right) return undefined;
  const misfit = other && ofType(other.schema, '/as');
  if (is === 'in') return right.has('array') ? undefined : misfit;
  if (is === 'contains') return left.has('array') || (left.has('string') && right.has('string')) ? undefined : misfit;
  const shared = is === '=' || is === '!=' ? right : ordered(right);
  return [...left].some((type) => shared.has(type)) ? undefined : misfit;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const ofType = ({ type }: Field['schema'], at: string): Misfit => ({ at, facts: { keyword: 'type', type: type ?? null } });

/** Numbers and texts have an order, other values have none. */
const ordered = (types: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...types].filter((type) => type === 'number' || type === 'string'));

/** Types that the schema allows, whole numbers as numbers. `undefined`: it does not say. */
function typesOf({ type }: Field['schema']): ReadonlySet<string> | undefined {
  const types: readonly Json[] = typeof type === 'string' ? [type] : Array.isArray(type) ? type : [];
  const named = types.flatMap((each) => (typeof each === 'string' ? [each === 'integer' ? 'number' : each] : []));
  return named.length === 0 ? undefined : new Set(named);
}
