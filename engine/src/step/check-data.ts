import type { Compiled } from '../compile/compiled.ts';
import { own } from '../compile/own.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';

/** Names of the fields that have another value now. */
export function changedFields(before: JsonObject, after: JsonObject): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  names.delete('_visits');
  return [...names].filter((name) => !sameJson(own(before, name), own(after, name))).sort();
}

function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  return one === other || (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

/** The first changed field that does not satisfy its schema: a definition that writes such a value has failed. */
export function dataProblem(compiled: Compiled, fields: JsonObject, changed: readonly string[]): Refusal | undefined {
  for (const name of changed) {
    const value = own(fields, name);
    if (value === undefined) continue;
    const field = compiled.fields.get(name);
    const problems = field ? field.problems(value) : [{ at: '', keyword: 'unknown', facts: {} }];
    const [first] = problems;
    if (first)
      return { code: 'step-failed', reason: 'schema', at: `/data/${name}`, facts: { field: name, keyword: first.keyword, ...first.facts } };
  }
  return undefined;
}
