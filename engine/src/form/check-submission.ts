import type { CompiledForm, CompiledFormField } from '../compile/compiled.ts';
import { own } from '../compile/own.ts';
import type { Problem } from '../definition/finding.ts';
import type { Json, JsonObject } from '../json.ts';
import { evaluated, scopeOf } from '../step/scope-of.ts';
import type { Work } from '../step/work.ts';
import { isEmpty } from './empty-value.ts';

export interface Submitted {
  /** Values to save; null empties a field. Fields that were not given stay as they are. */
  readonly values: JsonObject;
  readonly problems: readonly Problem[];
}

/**
 * Checks what somebody filled in against the form as it stands: required fields given, nothing but fields of the form, read-only ones untouched,
 * every value within its schema and options. Conditions of fields see the submitted values over the saved ones.
 * Keywords of problems, beside those of JSON Schema: `options`, `readOnly`, `when` (not asked now).
 */
export function checkSubmission(work: Work, form: CompiledForm | undefined, given: JsonObject): Submitted {
  const values: JsonObject = JSON.parse(JSON.stringify(given));
  const known = new Map((form?.fields ?? []).map((entry) => [entry.field.id, entry]));
  const problems: Problem[] = Object.keys(values).flatMap((name) =>
    known.has(name) ? [] : [{ at: pointer(name), keyword: 'additionalProperties', facts: { field: name } }],
  );
  const save: { [field: string]: Json } = {};
  for (const [name, entry] of known) {
    const value = own(values, name);
    problems.push(...entryProblems(entry, value, isAsked(work, entry, values), own(work.fields, name)));
    if (value !== undefined && !entry.readOnly) save[name] = isEmpty(value) ? null : value;
  }
  return { values: save, problems };
}

/** Whether a field is part of the form, given what has been filled in so far. */
export function isAsked(work: Work, entry: CompiledFormField, values: JsonObject): boolean {
  if (!entry.when) return true;
  const scope = scopeOf(work, { fields: { ...work.fields, ...values }, state: '' });
  return evaluated(work, entry.when(scope), `/data/${entry.field.id}`);
}

function entryProblems(entry: CompiledFormField, value: Json | undefined, asked: boolean, saved: Json | undefined): readonly Problem[] {
  const at = pointer(entry.field.id);
  if (isEmpty(value))
    return asked && entry.required && !entry.readOnly ? [{ at, keyword: 'required', facts: { field: entry.field.id } }] : [];
  if (!asked) return [{ at, keyword: 'when', facts: { field: entry.field.id } }];
  if (entry.readOnly)
    return JSON.stringify(value) === JSON.stringify(saved) ? [] : [{ at, keyword: 'readOnly', facts: { field: entry.field.id } }];
  return entry.field.problems(value ?? null).map((problem) => ({ ...problem, at: `${at}${problem.at}` }));
}

const pointer = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
