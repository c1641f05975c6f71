import type { Condition, Field } from '../../definition/definition.ts';
import type { Problem } from '../../definition/finding.ts';
import { feelIn } from '../../feel/compile-value.ts';
import type { Json } from '../../json.ts';
import { elementProblem, type Fit } from './field-fits.ts';

type Compared = Extract<Condition, { readonly field: string }>;
type Misfit = Pick<Problem, 'at' | 'facts'>;

/** With a constant. What is computed is only known in the case. */
export function misfitOf({ is, value = null }: Compared, { schema }: Field, fit: Fit): Misfit | undefined {
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
export function misfitOfFields({ is }: Compared, { schema }: Field, other: Field | undefined): Misfit | undefined {
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
