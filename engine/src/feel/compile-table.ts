import type { Decision, Definition } from '../definition/definition.ts';
import type { Json, JsonObject } from '../json.ts';
import { ok, refuse } from '../result.ts';
import { compileFeel, namesIn } from './compile-feel.ts';
import { compileUnaryTests } from './compile-unary-tests.ts';
import { type CompiledValue, compileValue } from './compile-value.ts';
import type { FeelOutcome, Scope } from './scope.ts';

export type CompiledTable = (scope: Scope) => FeelOutcome<JsonObject>;

/** Indexes of the rows that are met, in order; `most`: no more are looked for. */
export type CompiledHits = (scope: Scope, most?: number) => FeelOutcome<readonly number[]>;

/** Which rows of a table are met. Throws for a definition that has error findings. */
export function compileHits(decision: Decision, definition: Pick<Definition, 'data' | 'clocks'>): CompiledHits {
  const names = namesIn(definition);
  const inputs = decision.inputs.map((input): CompiledValue => {
    if ('field' in input) return (scope) => ok(Object.hasOwn(scope.fields, input.field) ? (scope.fields[input.field] ?? null) : null);
    const compiled = compileFeel(input.feel, names);
    if (!compiled.ok) throw new Error(`FEEL that has findings: ${input.feel}`);
    return compiled.run;
  });
  const rows = decision.rows.map(({ when }) =>
    when.map((text) => {
      const compiled = compileUnaryTests(text, names);
      if (!compiled.ok) throw new Error(`a test that has findings: ${text}`);
      return compiled.run;
    }),
  );
  return (scope, most = rows.length) => {
    const given = inAll(inputs, scope);
    if (!given.ok) return given;
    const hits: number[] = [];
    for (const [index, tests] of rows.entries()) {
      const met = isMet(tests, given.value, scope);
      if (!met.ok) return met;
      if (met.value) hits.push(index);
      if (hits.length >= most) break;
    }
    return ok(hits);
  };
}

/**
 * Values of the output fields, by field id. `first`: the first row that is met; `unique`: two rows met are `table-hits`; `any`: several
 * may be met if they say the same; `collect`: each output is the list of what the rows met say, in order, each value once. No row met:
 * `otherwise`. Throws for a definition that has error findings.
 */
export function compileTable(decision: Decision, definition: Pick<Definition, 'data' | 'clocks'>): CompiledTable {
  const hitsIn = compileHits(decision, definition);
  const rows = decision.rows.map(({ then }) => outputs(then, decision, definition));
  const otherwise = outputs(decision.otherwise, decision, definition);
  return (scope) => {
    const hits = hitsIn(scope, decision.hit === 'first' ? 1 : undefined);
    if (!hits.ok) return hits;
    const [first, ...others] = hits.value;
    if (first !== undefined && others.length > 0 && decision.hit === 'unique') return tooMany(hits.value);
    const results: JsonObject[] = [];
    for (const values of first === undefined ? [otherwise] : hits.value.flatMap((hit) => rows[hit] ?? [])) {
      const result = values(scope);
      if (!result.ok) return result;
      results.push(result.value);
    }
    if (decision.hit === 'collect') return ok(Object.fromEntries(decision.outputs.map((field) => [field, collected(results, field)])));
    const [chosen = {}, ...same] = results;
    return same.every((result) => sayTheSame(result, chosen)) ? ok(chosen) : tooMany(hits.value);
  };
}

/** A list in a cell adds each of its members; an empty cell adds nothing. */
function collected(results: readonly JsonObject[], field: string): Json {
  const said = new Map<string, Json>();
  for (const result of results) for (const value of listed(result[field] ?? null)) said.set(JSON.stringify(value), value);
  return [...said.values()];
}

/** What a cell of a `collect` table adds to the list. */
export const listed = (value: Json): readonly Json[] => (Array.isArray(value) ? value : value === null ? [] : [value]);

/** Rows are told by their index. */
const tooMany = (rows: readonly number[]): FeelOutcome<JsonObject> => refuse({ reason: 'table-hits', facts: { rows } });

function isMet(
  tests: readonly ((scope: Scope, tested: Json) => FeelOutcome<boolean>)[],
  given: readonly Json[],
  scope: Scope,
): FeelOutcome<boolean> {
  for (const [index, test] of tests.entries()) {
    const outcome = test(scope, given[index] ?? null);
    if (!outcome.ok || !outcome.value) return outcome;
  }
  return ok(true);
}

function inAll(values: readonly CompiledValue[], scope: Scope): FeelOutcome<readonly Json[]> {
  const found: Json[] = [];
  for (const value of values) {
    const outcome = value(scope);
    if (!outcome.ok) return outcome;
    found.push(outcome.value);
  }
  return ok(found);
}

function outputs(values: readonly Json[], decision: Decision, definition: Pick<Definition, 'data' | 'clocks'>): CompiledTable {
  const compiled = values.map((value) => compileValue(value, definition));
  return (scope) => {
    const found = inAll(compiled, scope);
    return found.ok ? ok(Object.fromEntries(decision.outputs.map((field, index) => [field, found.value[index] ?? null]))) : found;
  };
}

const sayTheSame = (left: JsonObject, right: JsonObject): boolean => JSON.stringify(left) === JSON.stringify(right);
