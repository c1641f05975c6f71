import type { Definition } from '../definition/definition.ts';
import type { Json, JsonObject } from '../json.ts';
import { ok } from '../result.ts';
import type { KnownNames } from './check-names.ts';
import { compileFeel, namesIn } from './compile-feel.ts';
import type { FeelOutcome, Scope } from './scope.ts';

export type CompiledValue = (scope: Scope) => FeelOutcome;

/** The FEEL in a value, `undefined` for a constant. */
export const feelIn = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value.startsWith('=') ? value.slice(1).trim() : undefined;

/** A constant, or a text that starts with `=`: FEEL; in lists and objects too. Null is a value. Throws for a definition that has error findings. */
export function compileValue(value: Json, definition: Pick<Definition, 'data' | 'clocks'>): CompiledValue {
  return compiledPart(value, namesIn(definition)) ?? (() => ok(value));
}

/** `undefined` for what is constant all through. */
function compiledPart(value: Json, names: KnownNames): CompiledValue | undefined {
  const text = feelIn(value);
  if (text !== undefined) {
    const compiled = compileFeel(text, names);
    if (!compiled.ok) throw new Error(`FEEL that has findings: ${text}`);
    return compiled.run;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const parts = Object.entries(value).map(([key, part]: [string, Json]) => ({ key, part, run: compiledPart(part, names) }));
  if (parts.every(({ run }) => run === undefined)) return undefined;
  return (scope) => {
    const members: [string, Json][] = [];
    for (const { key, part, run } of parts) {
      const outcome = run ? run(scope) : ok(part);
      if (!outcome.ok) return outcome;
      members.push([key, outcome.value]);
    }
    return ok(Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members));
  };
}

/** Values by name, as `set` and `case` take them. */
export function compileValues(values: JsonObject, definition: Definition): (scope: Scope) => FeelOutcome<JsonObject> {
  const compiled = Object.entries(values).map(([name, value]) => ({ name, run: compileValue(value, definition) }));
  return (scope) => {
    const members: [string, Json][] = [];
    for (const { name, run } of compiled) {
      const outcome = run(scope);
      if (!outcome.ok) return outcome;
      members.push([name, outcome.value]);
    }
    return ok(Object.fromEntries(members));
  };
}
