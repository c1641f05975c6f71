import type { Decision, Definition } from '../definition/definition.ts';
import type { Json, JsonObject } from '../json.ts';
import { ok, refuse } from '../result.ts';
import { compileFeel, namesIn } from './compile-feel.ts';
import { compileUnaryTests } from './compile-unary-tests.ts';
import { type CompiledValue, compileValue } from './compile-value.ts';
import type { FeelOutcome, Scope } from './scope.ts';

export type CompiledTable = (scope: Scope) => FeelOutcome<JsonObject>;

/**
 * Values of the output fields, by field id. `first`: the first row that is met; `unique`: two rows met are `table-hits`; `any`: several
 * may be met if they say the same. No row met: `otherwise`. Throws for a definition that has error findings.
 */
export function compileTable(decision: Decision, definition: Definition): CompiledTable {
  const names = namesIn(definition);
  const inputs = decision.inputs.map((input): CompiledValue => {
    if ('field' in input) return (scope) => ok(Object.hasOwn(scope.fields, input.field) ? (scope.fields[input.field] ?? null) : null);
    const compiled = compileFeel(input.feel, names);
    if (!compiled.ok) throw new Error(`FEEL that has findings: ${input.feel}`);
    return compiled.run;
  });
  const rows = decision.rows.map((row) => ({
    tests: row.when.map((text) => {
      const compiled = compileUnaryTests(text, names);
      if (!compiled.ok) throw new Error(`a test that has findings: ${text}`);
      return compiled.run;
    }),
    values: outputs(row.then, decision, definition),
  }));
  const otherwise = outputs(decision.otherwise, decision, definition);
  return (scope) => {
    const given = inAll(inputs, scope);
    if (!given.ok) return given;
    const hits: number[] = [];
    for (const [index, row] of rows.entries()) {
      const met = isMet(row.tests, given.value, scope);
      if (!met.ok) return met;
      if (met.value) hits.push(index);
      if (met.value && decision.hit === 'first') break;
    }
    const [first, ...others] = hits;
    if (first === undefined) return otherwise(scope);
    if (others.length > 0 && decision.hit === 'unique') return tooMany(hits);
    const results = hits.map((hit) => rows[hit]?.values(scope) ?? otherwise(scope));
    const failed = results.find((result) => !result.ok);
    const [chosen = otherwise(scope), ...same] = results;
    if (failed || !chosen.ok) return failed ?? chosen;
    return same.every((result) => result.ok && sayTheSame(result.value, chosen.value)) ? chosen : tooMany(hits);
  };
}

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

function outputs(values: readonly Json[], decision: Decision, definition: Definition): CompiledTable {
  const compiled = values.map((value) => compileValue(value, definition));
  return (scope) => {
    const found = inAll(compiled, scope);
    return found.ok ? ok(Object.fromEntries(decision.outputs.map((field, index) => [field, found.value[index] ?? null]))) : found;
  };
}

const sayTheSame = (left: JsonObject, right: JsonObject): boolean => JSON.stringify(left) === JSON.stringify(right);
