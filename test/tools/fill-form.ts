import type { Definition, Field, Json, JsonObject } from '@redress/engine';

/** Values for every required field of a form (all fields, if asked), the simplest each schema allows. Read-only fields and unanswered conditions are left out. */
export function fillForm(
  definition: Definition,
  form: string | undefined,
  more: { readonly all?: boolean; readonly given?: JsonObject } = {},
): JsonObject {
  const fields = (form === undefined ? undefined : definition.forms[form])?.sections.flatMap((section) => section.fields) ?? [];
  const asked = fields.filter((entry) => !entry.readOnly && (entry.required || more.all) && !entry.when);
  const values = Object.fromEntries(
    asked.flatMap((entry) => (definition.data[entry.field] ? [[entry.field, simplest(definition.data[entry.field])]] : [])),
  );
  return { ...values, ...more.given };
}

function simplest(field: Field | undefined): Json {
  const schema = field?.schema ?? {};
  const [option] = field?.options ?? [];
  if (schema.type === 'array') return ['one'];
  if (schema.const !== undefined) return schema.const;
  if (option) return option.value;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === 'boolean') return false;
  if (schema.type === 'integer' || schema.type === 'number') return typeof schema.minimum === 'number' ? schema.minimum : 1;
  if (schema.format === 'date') return '2026-06-01';
  if (schema.format === 'date-time') return '2026-06-01T12:00:00Z';
  return 'words';
}
