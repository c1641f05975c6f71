import type { Condition, Json, JsonObject } from '@redress/engine';

/**
 * The few expressions random definitions use, twice: as FEEL, which our engine reads, and as a function of TypeScript, which the living actor
 * runs. What FEEL cannot decide is `null` here too, and stops both.
 */
const judgements: readonly (readonly [feel: string, judge: (fields: JsonObject) => boolean | null])[] = [
  ['n != null and n > 1', ({ n }) => typeof n === 'number' && n > 1],
  ['m = null or m < 3', ({ m }) => typeof m !== 'number' || m < 3],
  ['n != null and modulo(n, 2) = 1', ({ n }) => typeof n === 'number' && Math.abs(n % 2) === 1],
  ['word in ["red", "blue"]', ({ word }) => word === 'red' || word === 'blue'],
  ['n > m', ({ n, m }) => (typeof n === 'number' && typeof m === 'number' ? n > m : null)],
];

const computations: readonly (readonly [feel: string, compute: (fields: JsonObject) => Json])[] = [
  ['= if n = null or n > 4 then 0 else n + 1', ({ n }) => (typeof n !== 'number' || n > 4 ? 0 : n + 1)],
  ['= if m = null then 2 else 3 - m', ({ m }) => (typeof m === 'number' ? 3 - m : 2)],
  ['= m', ({ m }) => m ?? null],
  ['= n', ({ n }) => n ?? null],
  ['= if n = null then 5 else n + 8', ({ n }) => (typeof n === 'number' ? n + 8 : 5)],
];

export const feelConditions: readonly string[] = judgements.map(([feel]) => feel);
/** For fields that hold numbers. */
export const feelValues: readonly string[] = computations.slice(0, 4).map(([feel]) => feel);
/** For the minutes of a delay: never null, never negative. */
export const feelMinutes = computations[4]?.[0] ?? '';

/** A value of the format, computed without the engine: constants stand for themselves. */
export function computed(value: Json, fields: JsonObject): Json {
  if (typeof value !== 'string' || !value.startsWith('=')) return value;
  const known = computations.find(([feel]) => feel === value);
  if (!known) throw new Error(`Nobody told the living actor what this means: ${value}`);
  return known[1](fields);
}

/** A condition without `in`, judged without the engine. Throws where FEEL says null. */
export function judge(condition: Condition, fields: JsonObject, outcome?: Json): boolean {
  if ('all' in condition) return condition.all.every((each) => judge(each, fields, outcome));
  if ('any' in condition) return condition.any.some((each) => judge(each, fields, outcome));
  if ('not' in condition) return !judge(condition.not, fields, outcome);
  if ('outcome' in condition) return typeof outcome === 'string' && condition.outcome.includes(outcome);
  if ('feel' in condition) return judgeFeel(condition.feel, fields);
  if ('in' in condition) throw new Error('Where the machine is, XState says itself');
  return compare(condition, fields);
}

function judgeFeel(feel: string, fields: JsonObject): boolean {
  const known = judgements.find(([text]) => text === feel);
  if (!known) throw new Error(`Nobody told the living actor what this means: ${feel}`);
  const answer = known[1](fields);
  if (answer === null) throw new Error('FEEL: null');
  return answer;
}

function compare(condition: Extract<Condition, { readonly field: string }>, fields: JsonObject): boolean {
  const left = fields[condition.field] ?? null;
  if (condition.is === 'empty' || condition.is === 'filled') return (left === null) === (condition.is === 'empty');
  const right = condition.as === undefined ? computed(condition.value ?? null, fields) : (fields[condition.as] ?? null);
  if (left === null || right === null) return false;
  if (condition.is === '=') return left === right;
  if (condition.is === '!=') return left !== right;
  if (condition.is === '>=') return left >= right;
  throw new Error(`No random condition compares by ${condition.is}`);
}
