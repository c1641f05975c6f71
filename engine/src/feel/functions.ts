import { evaluate, FeelRange } from 'feelin';
import { meters } from './bounded-source.ts';
import { FeelStop, spend, spendOn, textSteps } from './meter.ts';
import { patternFunctions } from './pattern.ts';
import type { Budget } from './scope.ts';

/**
 * Functions of FEEL that a definition may call. Left out: those that take functions (`sort`, `list replace`), build contexts with names
 * of their own (`context`, `context put`, `context merge`), and the interval relations that the library does not have.
 * The constructors `date`, `time`, `date and time`, `duration` belong to the grammar and are always there.
 */
export const allowedFunctions = [
  ...['number', 'string', 'not', 'is', 'get value', 'get entries', 'years and months duration'],
  ...[
    'substring',
    'string length',
    'upper case',
    'lower case',
    'substring before',
    'substring after',
    'contains',
    'starts with',
    'ends with',
  ],
  ...['matches', 'replace', 'split', 'string join'],
  ...[
    'list contains',
    'count',
    'min',
    'max',
    'sum',
    'mean',
    'all',
    'any',
    'sublist',
    'append',
    'concatenate',
    'insert before',
    'remove',
    'reverse',
  ],
  ...['index of', 'union', 'distinct values', 'flatten', 'product', 'median', 'stddev', 'mode'],
  ...[
    'decimal',
    'floor',
    'ceiling',
    'abs',
    'round up',
    'round down',
    'round half up',
    'round half down',
    'modulo',
    'sqrt',
    'log',
    'exp',
    'odd',
    'even',
  ],
  ...['before', 'after', 'meets', 'met by', 'overlaps', 'includes', 'day of year', 'day of week', 'month of year', 'week of year'],
] as const;
const allowed: ReadonlySet<string> = new Set(allowedFunctions);
export const isAllowedFunction = (name: string): boolean => allowed.has(name);

/** A function as the library takes it: `$args` names its parameters. */
interface FeelBuiltin {
  (...given: readonly unknown[]): unknown;
  readonly $args: readonly string[];
}

/** The functions an expression uses, paying for what they look at. `budget` gives the budget of the call under way. */
export function functionsFor(names: readonly string[], budget: () => Budget): { readonly [name: string]: FeelBuiltin } {
  const functions: { [name: string]: FeelBuiltin } = {};
  const patterns = patternFunctions(budget);
  for (const name of names) {
    const builtin = builtinNamed(name);
    const run = Object.hasOwn(patterns, name) ? patterns[name] : builtin;
    // `years and months duration` is part of the grammar and never asks for its name.
    if (!run || !builtin) continue;
    functions[name] = metered(name, run, builtin.$args, budget);
  }
  functions[meters.charged] = withArguments(['value'], (value) => {
    spendOn(budget(), value);
    return value;
  });
  functions[meters.each] = withArguments(['value'], (value) => eachOf(value, budget()));
  functions[meters.range] = withArguments(['from', 'to'], (from, to) => numbersBetween(from, to, budget()));
  return functions;
}

function metered(
  name: string,
  run: (...given: readonly unknown[]) => unknown,
  parameters: readonly string[],
  budget: () => Budget,
): FeelBuiltin {
  return withArguments(parameters, (...given) => {
    for (const value of given) spendOn(budget(), value);
    if (name === 'string join') payJoin(given, budget());
    if (name === 'distinct values' || name === 'union') payDistinct(given, budget());
    return run(...given);
  });
}

const withArguments = (parameters: readonly string[], run: (...given: readonly unknown[]) => unknown): FeelBuiltin =>
  Object.assign(run, { $args: parameters });

/** The delimiter is repeated for each element. */
function payJoin([list, delimiter]: readonly unknown[], budget: Budget): void {
  if (Array.isArray(list) && typeof delimiter === 'string') spend(budget, textSteps(list.length * delimiter.length));
}

/** Elements that are lists or contexts are compared with all others. */
function payDistinct(lists: readonly unknown[], budget: Budget): void {
  const elements = lists.flat();
  spend(budget, elements.length * elements.filter((element) => typeof element === 'object' && element !== null).length);
}

/** What a loop walks through. Ranges become lists here, so that nobody counts to forty million. */
function eachOf(value: unknown, budget: Budget): unknown {
  if (value instanceof FeelRange) {
    const { start, end } = value;
    if (typeof start !== 'number' || typeof end !== 'number') throw new FeelStop('feel-warning', { warning: 'RANGE' });
    const numbers = numbersBetween(start, end, budget);
    return numbers?.slice(value['start included'] ? 0 : 1, value['end included'] ? numbers.length : -1);
  }
  if (Array.isArray(value)) spend(budget, value.length);
  return value;
}

/** Both ends belong to it, in either direction; null if one is missing. Ends that are no whole numbers would never meet. */
function numbersBetween(from: unknown, to: unknown, budget: Budget): readonly number[] | null {
  if (from === null || to === null) return null;
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) throw new FeelStop('feel-warning', { warning: 'RANGE' });
  const [start, end] = [Number(from), Number(to)];
  spend(budget, Math.abs(end - start) + 1);
  return Array.from({ length: Math.abs(end - start) + 1 }, (_, index) => (end < start ? start - index : start + index));
}

const builtins = new Map<string, FeelBuiltin | undefined>();
function builtinNamed(name: string): FeelBuiltin | undefined {
  if (!builtins.has(name) && name !== 'years and months duration') {
    const found = evaluate(name, {}).value;
    if (!isBuiltin(found)) throw new Error(`the expression library has no function ${name}`);
    builtins.set(name, found);
  }
  return builtins.get(name);
}
const isBuiltin = (value: unknown): value is FeelBuiltin => typeof value === 'function' && '$args' in value && Array.isArray(value.$args);
