import type { Definition, Field, Form } from '../definition/definition.ts';
import type { Problem, SchemaTool } from '../definition/finding.ts';
import { compileCondition } from '../feel/compile-condition.ts';
import { compileValue } from '../feel/compile-value.ts';
import type { Json } from '../json.ts';
import type { CompiledField, CompiledForm, CompiledFormField } from './compiled.ts';

export const compileFields = (definition: Definition, schemas: SchemaTool): ReadonlyMap<string, CompiledField> =>
  new Map(
    Object.entries(definition.data).map(([id, field]) => [
      id,
      {
        id,
        definition: field,
        problems: problemsOf(field, schemas),
        ...(field.default !== undefined && { initial: compileValue(field.default, definition) }),
      },
    ]),
  );

/** The schema says which values there are; options, where a field has any, say the same in words and bind too. */
export function problemsOf(field: Field, schemas: SchemaTool): (value: Json) => readonly Problem[] {
  const check = schemas(field.schema);
  const options = field.options && new Set<Json>(field.options.map((option) => option.value));
  return (value) => {
    const problems = check(value);
    if (!options || (problems.length > 0 && !Array.isArray(value))) return problems;
    const values = Array.isArray(value) ? value : [value];
    const others = values.flatMap((each, index) =>
      options.has(each) ? [] : [{ at: Array.isArray(value) ? `/${index}` : '', keyword: 'options', facts: { allowed: [...options] } }],
    );
    return [...problems, ...others];
  };
}

export const compileForms = (definition: Definition, fields: ReadonlyMap<string, CompiledField>): ReadonlyMap<string, CompiledForm> =>
  new Map(Object.entries(definition.forms).map(([id, form]) => [id, compileForm(id, form, { definition, fields })]));

function compileForm(id: string, form: Form, around: { definition: Definition; fields: ReadonlyMap<string, CompiledField> }): CompiledForm {
  const fields: CompiledFormField[] = [];
  for (const entry of form.sections.flatMap((section) => section.fields)) {
    const field = around.fields.get(entry.field);
    if (!field) continue; // A definition with an unknown field has an error finding and never runs.
    fields.push({
      field,
      required: entry.required === true,
      readOnly: entry.readOnly === true,
      ...(entry.when && { when: compileCondition(entry.when, around.definition) }),
      ...(entry.prefill !== undefined && { prefill: compileValue(`= ${entry.prefill}`, around.definition) }),
    });
  }
  return { id, fields, records: form.records ?? [] };
}
