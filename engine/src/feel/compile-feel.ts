import { dateAndTime, evaluate, type FeelFunction, SyntaxError as FeelSyntaxError, isFunction, parseDate, type Warning } from 'feelin';
import type { Definition } from '../definition/definition.ts';
import type { Json, JsonObject } from '../json.ts';
import { ok, refuse } from '../result.ts';
import { boundedSource } from './bounded-source.ts';
import { checkNames, type KnownNames, type NamesUsed } from './check-names.ts';
import type { FeelProblem } from './feel-problem.ts';
import { functionsFor } from './functions.ts';
import { FeelStop, spend } from './meter.ts';
import { type Budget, budgetOf, clockMembers, type FeelFailure, type FeelOutcome, type Scope, scopeMembers } from './scope.ts';
import { readSyntax } from './syntax-tree.ts';
import { toJson } from './to-json.ts';

/** `tested` is the value under test in a cell of a table. */
export type FeelRun = (scope: Scope, tested?: Json) => FeelOutcome;
/** Name of the value under test; nobody else can have a name with an underscore. */
export const testedName = '_tested';

export type CompiledFeel = { readonly ok: true; readonly run: FeelRun } | { readonly ok: false; readonly problems: readonly FeelProblem[] };

/** The names of a definition that expressions may use beside those of scope.ts. */
export const namesIn = ({ data, clocks }: Pick<Definition, 'data' | 'clocks'>): KnownNames => ({
  fields: new Set(Object.keys(data)),
  clocks: new Set(Object.keys(clocks)),
});

/**
 * One expression, read and compiled once. `run` gives JSON, null included, or fails with a warning of the library or a bound; it never
 * throws. `names` are the field ids, or all names of a definition.
 */
export function compileFeel(text: string, names: KnownNames | readonly string[]): CompiledFeel {
  const syntax = readSyntax(text, 'expression');
  if (!syntax.ok) return { ok: false, problems: [syntax.problem] };
  const used = checkNames(syntax.root, text, 'fields' in names ? names : { fields: new Set(names) });
  if (used.problems.length > 0) return { ok: false, problems: used.problems };
  return prepare(boundedSource(syntax.root, text), used, text);
}

/**
 * The library compiles a text each time it evaluates one. Evaluating a function definition gives a value that can be invoked again and
 * again: some fifty times faster. Its warnings go into the one list of that evaluation, which therefore is emptied before each call.
 */
export function prepare(source: string, names: NamesUsed, text: string): CompiledFeel {
  let budget: Budget = budgetOf();
  const functions = functionsFor(names.functions, () => budget);
  const evaluated = evaluateDefinition(`function(${names.variables.join(', ')}) ${source}`, { ...functions });
  if (!evaluated) return { ok: false, problems: [{ problem: 'syntax', from: 0, to: text.length, facts: { found: text.slice(0, 40) } }] };
  const { compiled, warnings } = evaluated;
  const readers = names.variables.map((name) => (name === 'clock' ? clocksReader(names.clocks) : readerOf(name)));
  const run: FeelRun = (scope, tested = null) => {
    budget = scope.budget ?? budgetOf();
    warnings.length = 0;
    try {
      spend(budget, 1);
      const value: unknown = compiled.invoke(readers.map((read) => read(scope, tested)));
      const warning = warnings[0];
      if (warning) return refuse({ reason: 'feel-warning', facts: { warning: warning.type, expression: text } });
      return ok(toJson(value));
    } catch (error) {
      return refuse(failureOf(error, text));
    }
  };
  return { ok: true, run };
}

/** Nothing, if the text is no function after all: a field called like a word of the grammar makes it something else. */
function evaluateDefinition(
  source: string,
  functions: Record<string, unknown>,
): { readonly compiled: FeelFunction; readonly warnings: Warning[] } | undefined {
  try {
    const { value, warnings } = evaluate(source, functions);
    return isFunction(value) ? { compiled: value, warnings } : undefined;
  } catch (error) {
    if (error instanceof FeelSyntaxError) return undefined;
    throw error;
  }
}

/** The library throws for what it does not implement (`unsupported range`), the language for texts and stacks beyond its limits. */
function failureOf(error: unknown, text: string): FeelFailure {
  if (error instanceof FeelStop) return { reason: error.reason, facts: { ...error.facts, expression: text } };
  if (!(error instanceof Error)) throw error;
  if (error instanceof RangeError && /call stack|string length|array length/i.test(error.message)) {
    return { reason: 'feel-bound', facts: { bound: 'memory', expression: text } };
  }
  // What follows the colon may be a value of the case.
  return {
    reason: 'feel-warning',
    facts: { warning: 'ERROR', error: error.message.split(/[:"]/)[0]?.trim().slice(0, 60) ?? '', expression: text },
  };
}

/** How a name is found in the scope. Nothing is found by way of a prototype. */
function readerOf(name: string): (scope: Scope, tested: Json) => unknown {
  switch (name) {
    case 'case':
    case 'event':
    case 'step':
      return (scope) => ({ ...scopeMembers[name], ...scope[name] });
    case 'result':
      return (scope) => scope.result;
    case testedName:
      return (_, tested) => tested;
    case 'now':
      return (scope) => pinned(dateAndTime(scope.at));
    case 'today':
      return (scope) => pinned(parseDate(scope.today ?? scope.at.slice(0, 10)));
    default:
      return (scope) => ownValue(scope.fields, name);
  }
}

/** A clock that never ran has members too, all null. */
const clocksReader =
  (asked: readonly string[]) =>
  (scope: Scope): unknown => ({
    ...scope.clock,
    ...Object.fromEntries(asked.map((id) => [id, { ...clockMembers, ...objectOf(ownValue(scope.clock, id)) }])),
  });
const objectOf = (value: Json): object => (typeof value === 'object' && value !== null ? value : {});

const pinned = (value: unknown): (() => unknown) => Object.assign(() => value, { $args: [] });
const ownValue = (values: JsonObject, name: string): Json => (Object.hasOwn(values, name) ? (values[name] ?? null) : null);
